import { codegenOptions } from 'need-to-know/codegen';
import application from './application.ts';

// For those who want their resolvers typed: npx graphql-codegen --config codegen.ts
const { schema, config } = codegenOptions(application);
export default { schema, generates: { 'generated/resolvers.ts': { plugins: ['typescript', 'typescript-resolvers'], config } } };
