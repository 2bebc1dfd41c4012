import { caseNames, cases } from './cases/cases.ts';
import type { Outcomes } from './run-cases.ts';
import type { System } from './systems/system.ts';

/** A system with the outcomes of its cases. */
export interface Column {
  readonly system: System;
  readonly outcomes: Outcomes;
}

/** The table, in Markdown: a row for each case, a column for each system, then a list of what was leaked. */
export function reportTable(columns: readonly Column[]): string {
  const rows = [
    ['case', 'from', ...columns.map(({ system }) => `${system.name} ${system.version()}`)],
    ['---', '---', ...columns.map(() => '---')],
    ...caseNames.map((name) => [
      cases[name].title,
      cases[name].sources.map(({ text, url }) => `[${text}](${url})`).join(', '),
      ...columns.map(({ outcomes }) => outcomes[name].result.replace('leaked', '**leaked**').replace('not applicable', 'n/a')),
    ]),
  ];
  const lists = columns.map(({ system, outcomes }) => {
    const lines = caseNames
      .filter((name) => outcomes[name].detail !== '' || system.notes[name] !== undefined)
      .map((name) => {
        const { result, detail } = outcomes[name];
        const said = [result, detail.replaceAll(/\s+/g, ' ').trim()].filter((text) => text !== '').join(': ');
        return `- ${cases[name].title}: ${said}${system.notes[name] === undefined ? '' : ` (${system.notes[name]})`}`;
      });
    return `\n${system.name}\n\n${lines.join('\n') || 'Every case held.'}\n`;
  });
  return `${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n${lists.join('')}`;
}

/** The same as JSON: by system, then by case. */
export function reportJson(columns: readonly Column[]): string {
  const systems = columns.map(({ system, outcomes }) => ({ name: system.name, version: system.version(), outcomes, notes: system.notes }));
  return `${JSON.stringify({ systems }, undefined, 2)}\n`;
}
