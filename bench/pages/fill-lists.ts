import { cast } from '../../demo/personas.ts';
import type { TestGateway } from '../../test/helpers/gateway/gateway.ts';

const opened = 'query Opened($id: ID!) { resident(id: $id) { givenName familyName birthDate email } }';
const readers = ['police', 'credit-agency', 'collection-agency'];

/** Makes rows for each list of the pages, so that every first page of a list is full. @param rows of each list @param now of the town */
export async function fillLists(gateway: TestGateway, rows: number, now: Date): Promise<void> {
  const { resident, privacyOfficer } = cast;
  const insert = (text: string, ...values: readonly unknown[]): Promise<unknown> => gateway.database.asOwner(text, values);
  await insert(
    `insert into recreation.ticket (id, number, resident_id, topic, subject, sensitive, opened_at)
    select gen_random_uuid(), 'T-' || (10000000 + n), $1, 'OTHER', 'Question ' || n, false, $2::timestamptz - make_interval(hours => n)
    from generate_series(1, $3::int) n`,
    resident,
    now,
    rows,
  );
  await insert(
    `insert into recreation.request (id, number, kind, resident_id, body, filed_at, due_on)
    select gen_random_uuid(), 'R-' || (10000000 + n), 'QUESTION', $1, 'Question ' || n, $2::timestamptz - make_interval(hours => n),
      ($2::timestamptz + interval '40 days')::date
    from generate_series(1, $3::int) n`,
    resident,
    now,
    rows,
  );
  await insert(
    `insert into recreation.service (id, name, description, price)
    select gen_random_uuid(), 'Course ' || n, 'A course on ten evenings, for beginners.', 40 + n from generate_series(1, $1::int) n`,
    rows,
  );
  await insert(
    `insert into recreation.purchase (id, resident_id, service_id, quantity, amount, purchased_at)
    select gen_random_uuid(), $1, service.id, 1, 40 + n, $2::timestamptz - make_interval(days => n)
    from (select id from recreation.service limit 1) service, generate_series(1, $3::int) n`,
    resident,
    now,
    rows,
  );
  await insert(
    `insert into recreation.employee (id, given_name, family_name, roles, record_declared_at)
    select gen_random_uuid(), 'Robin', 'Colleague' || n, array['CUSTOMER_SERVICE'], now() from generate_series(1, $1::int) n`,
    rows,
  );
  await insert(
    `insert into recreation.mandate
      (id, kind, reference, issuer, partner_id, purpose, categories, valid_from, valid_until, recorded_by, recorded_at)
    select gen_random_uuid(), kind, reference || '-' || n, issuer, partner_id, purpose, categories, valid_from, valid_until, $1, recorded_at
    from (select * from recreation.mandate order by id limit 1) one, generate_series(1, $2::int) n`,
    privacyOfficer,
    rows,
  );
  for (let read = 0; read < rows; read += 1) await gateway.ask(readers[read % readers.length]!, opened, { variables: { id: resident } });
  await gateway.sequence();
}
