/**
 * Describes a change that reveals and hides nothing: whether policy and schema are the same.
 * @param schemaIsSame whether coordinates, types and markings are the same
 */
export function describeNoChanges(policyIsSame: boolean, schemaIsSame: boolean): string {
  const lines = policyIsSame ? [] : ['The lines of the policy differ'];
  const schema = schemaIsSame ? [] : [policyIsSame ? 'The schema differs' : 'so does the schema'];
  const what = [...lines, ...schema].join(', ') || 'Policy and schema are the same';
  return `${what}, and nothing is shown or hidden by the change.\n`;
}
