/**
 * What to say of a change that shows and hides nothing: how much is the same for all that.
 * @param schemaIsSame in its coordinates, types and markings
 */
export function nothingTold(policyIsSame: boolean, schemaIsSame: boolean): string {
  const lines = policyIsSame ? [] : ['The lines of the policy differ'];
  const schema = schemaIsSame ? [] : [policyIsSame ? 'The schema differs' : 'so does the schema'];
  const what = [...lines, ...schema].join(', ') || 'Policy and schema are the same';
  return `${what}, and nothing is shown or hidden by the change.\n`;
}
