import { createGateway } from 'need-to-know';
import application from './application.ts';

const gateway = await createGateway(application).listen(Number(process.env.PORT ?? 4000));
process.stdout.write(`ready: ${gateway.url}\n`);
