import { expect, test } from '@jest/globals';
import { demoApp } from '../../../../demo/demo-app.ts';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import { appsOf } from '../../../../src/server/start/parts/apps-of.ts';

const app = { id: 'town-app', name: 'Town app', redirectUris: ['ca.example.town:/signed-in'] };
const clients = { IDENTITY_CLIENTS: JSON.stringify([app]), IDENTITY_ISSUER: 'https://town.example/oidc' };
const database = { DATABASE_URL: 'postgres://gateway@127.0.0.1/town' };

test('the app of the demo is known together with the demo population, and nowhere else', () => {
  expect(appsOf(readConfig({ NODE_ENV: 'test', ...clients }), [demoApp])).toEqual([app, demoApp]);
  expect(appsOf(readConfig({ NODE_ENV: 'test', ...clients, ...database }), [demoApp])).toEqual([app]);
  const production = readConfig({ NODE_ENV: 'production', SECRETS: 'environment', DEADLINE_STOP: '10000', ...clients, ...database });
  expect(appsOf(production, [demoApp])).toEqual([app]);
});

test('no setting makes an app whose tokens are not bound to a key', () => {
  expect(() => readConfig({ NODE_ENV: 'test', ...clients, IDENTITY_CLIENTS: JSON.stringify([{ ...app, bearer: true }]) })).toThrow(
    'IDENTITY_CLIENTS',
  );
});
