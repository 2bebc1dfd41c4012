import type { RequestContext } from '../../engine/request-context.ts';
import type { Employee } from '../shared/graphql/generated/schema.ts';
import { readEmployeesById } from './employees.ts';
import type { Row } from '../shared/rows/row.ts';
import { fieldsOf, viewerOf } from '../shared/graphql/viewer.ts';

/** Loads the employee that a row refers to, in one batch for all rows of a level. The guard decides what is shown. */
export function employeeById(request: RequestContext, id: unknown): Promise<Row<Employee> | null> | null {
  if (typeof id !== 'string') return null;
  return request.loaders.load<Row<Employee>>('Employee', id, (ids) =>
    readEmployeesById(request.reader, viewerOf(request), ids, fieldsOf(request, 'Employee')),
  );
}
