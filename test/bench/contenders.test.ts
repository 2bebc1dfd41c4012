import { expect, test } from '@jest/globals';
import { startGateway } from '../../bench/contenders/gateway.ts';
import { listOfTown } from '../../bench/contenders/list-of-town.ts';
import { startPlain } from '../../bench/contenders/plain.ts';

test('the stages of the gateway without PostgreSQL answer what plain Apollo Server does, and log each person: their times can be compared', async () => {
  const contenders = [
    await startPlain(await listOfTown([3])),
    await startGateway(await listOfTown([3]), 'collection'),
    await startGateway(await listOfTown([3]), 'entry'),
  ];
  const answers = [];
  for (const contender of contenders) {
    answers.push(JSON.stringify(await contender.answer(3)));
    await contender.stop();
  }
  expect(answers[0]).toContain('familyName');
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
});
