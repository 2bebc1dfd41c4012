import type { Act, ApplicationParts, ApplicationRecords } from '../../engine/register.ts';
import type { Language } from '../../platform/language/languages.ts';
import type { Receipt } from '../../log/proofs/receipt.ts';
import type { Principal } from '../../engine/purpose/principal.ts';
import type { RequestContext } from '../../engine/request-context.ts';
import { asPrivacyError } from '../../platform/errors/errors.ts';
import type { Plan } from '../../engine/plan/operation-plan.ts';
import { SeenSubjects } from '../../engine/guard/seen-subjects.ts';
import { Relationships } from '../../engine/guard/relationships.ts';
import { actBudgetOf, budgetOf } from '../../engine/policy/decision/enter.ts';
import { policyCells } from '../../engine/policy/declaration/policy-cells.ts';
import { policyHash } from '../../engine/policy/declaration/policy-hash.ts';
import { statementOn } from '../../engine/policy/declaration/vocabulary.ts';
import type { Declaration, OpenCase } from '../../engine/purpose/declaration.ts';
import type { BudgetState } from '../observe/metrics/metrics.ts';
import { readBudgetState } from '../../engine/budgets/read-budget-state.ts';
import { spendAct } from '../../engine/budgets/spend-act.ts';
import type { BudgetWindowState } from '../../engine/budgets/spent.ts';
import { Loaders } from '../../engine/rows/loaders.ts';
import { rememberPseudonyms } from '../../engine/rows/pseudonyms.ts';
import type { RelationshipFact } from '../../engine/rows/row.ts';
import { addressGroup } from '../../platform/network/network-address.ts';
import { logTree } from '../http/log/log-tree.ts';
import type { OperationRecords } from './entry/operation-records.ts';
import { reportNearBudget } from './answer/privacy-extensions.ts';
import type { Asked, OperationRun } from './operation-run.ts';
import type { Runtime } from './runtime.ts';

/** The parts of an operation's context. */
interface ContextParts extends Pick<OperationRun, 'records' | 'declaration' | 'facts'> {
  readonly asked: Pick<Asked, 'language' | 'principal' | 'address'>;
  readonly runtime: Pick<
    Runtime,
    | 'application'
    | 'parts'
    | 'policy'
    | 'acknowledgements'
    | 'makeReceipts'
    | 'cursors'
    | 'pseudonyms'
    | 'newId'
    | 'log'
    | 'observability'
    | 'readBudgets'
    | 'calendar'
  >;
}

/** The context that the resolvers of one operation share: the outputs of the stages before it, and the runtime. */
export class OperationContext implements RequestContext {
  readonly principal: Principal;
  readonly now: Date;
  readonly reader: OperationRecords;
  readonly loaders = new Loaders();
  readonly cursors: RequestContext['cursors'];
  readonly pseudonyms: RequestContext['pseudonyms'];
  readonly newId: RequestContext['newId'];
  readonly application: ApplicationParts;
  readonly language: Language;
  readonly endedCases = new Set<string>();
  readonly logTree = logTree;
  readonly declaredCase: string | undefined;
  readonly plan: Plan;
  readonly relationships: Relationships;
  readonly seenSubjects: SeenSubjects;
  readonly #runtime: ContextParts['runtime'];
  readonly #address: string;
  #declaration: Declaration;
  #changedCase: string | undefined;
  #actBudget: RequestContext['actBudget'];

  constructor({ runtime, asked, records: reader, declaration, facts }: ContextParts, plan: Plan) {
    const { language, principal, address } = asked;
    const { cursors, pseudonyms, newId, parts } = runtime;
    this.#runtime = runtime;
    this.principal = principal;
    this.now = reader.now;
    this.reader = reader;
    this.cursors = cursors;
    this.pseudonyms = rememberPseudonyms(pseudonyms);
    this.newId = newId;
    this.application = parts;
    this.language = language;
    this.#address = address;
    this.#declaration = declaration;
    this.declaredCase = declaration.openCase?.id;
    this.plan = plan;
    this.seenSubjects = new SeenSubjects(plan.noFields);
    this.relationships = new Relationships(
      (ids) => runtime.application.relationships.lookUp(reader, principal, this.#declaration, ids),
      (relationship, conditions) => plan.visible(plan.permitTable(relationship, conditions)),
    );
    this.#selectRelationships();
    const subjectId = declaration.openCase?.subjectId;
    if (subjectId !== undefined && facts.has(subjectId)) this.relationships.note(subjectId, facts.get(subjectId));
  }

  get declaration(): Declaration {
    return this.#declaration;
  }

  get changedCase(): string | undefined {
    return this.#changedCase;
  }

  async changeCase(caseId: string): Promise<void> {
    this.#changedCase = caseId;
    const { openCase } = this.#declaration;
    const other = openCase?.id === caseId ? undefined : openCase?.id;
    const facts = new Map<string, RelationshipFact | undefined>();
    const holding = (await this.#findCase(caseId, facts)) ?? (await this.#findCase(other, facts));
    if (holding?.id !== openCase?.id) {
      this.#declaration = { ...this.#declaration, openCase: holding };
      this.relationships.forget();
      this.#selectRelationships();
    }
    for (const [id, fact] of facts) this.relationships.note(id, fact);
  }

  /** As the stage "declare purpose" finds it: only a case of this principal that serves the purpose, and that the token allows. */
  async #findCase(caseId: string | undefined, facts: Map<string, RelationshipFact | undefined>): Promise<OpenCase | undefined> {
    const { purpose } = this.#declaration;
    const isForeign = this.principal.caseId !== undefined && this.principal.caseId !== caseId;
    if (caseId === undefined || purpose === undefined || isForeign) return undefined;
    // Facts that were found under another case no longer hold.
    facts.clear();
    const { cases, relationships } = this.#runtime.application;
    const related = relationships.columnsOfCase(this.principal, this.reader.today, facts);
    const found = await cases.find(this.reader, this.principal, purpose, caseId, related);
    return typeof found === 'string' ? undefined : found;
  }

  #selectRelationships(): void {
    const { reader, relationships } = this;
    const note = (id: string, fact: RelationshipFact | undefined): void => relationships.note(id, fact);
    const { application } = this.#runtime;
    reader.relationshipColumns = application.relationships.columns(this.principal, this.#declaration, reader.today, note);
  }

  get addressGroup(): string {
    return addressGroup(this.#address);
  }

  // A method: V8 puts a function that is assigned to a property into the old generation, and with it everything that the operation refers to.
  makeReceipt(id: string, leafHash: string): Receipt {
    return this.#runtime.makeReceipts([{ header: { id }, leafHash }])[0]!;
  }

  statementAt(instant: Date): ReturnType<RequestContext['statementAt']> {
    const { policy, calendar } = this.#runtime;
    return statementOn(policy.vocabulary, calendar.dayOf(instant));
  }

  get policy(): RequestContext['policy'] {
    const { policy } = this.#runtime;
    return { version: policyHash(policy), cells: policyCells(policy), prohibitions: policy.prohibitions };
  }

  get purposeTexts(): RequestContext['purposeTexts'] {
    const { language } = this;
    const texts = this.#runtime.acknowledgements.textsFor(this.principal, this.reader.today);
    return texts.map(({ purpose, version, text }) => ({ purpose, version, text: text[language] }));
  }

  // A getter of the class, because only an operation that changes something forks MikroORM's manager.
  get records(): ApplicationRecords {
    return this.reader.manager;
  }

  get actBudget(): RequestContext['actBudget'] {
    return this.#actBudget;
  }

  async readBudget(): Promise<readonly BudgetWindowState[]> {
    const { role, purpose } = this.plan.access;
    const limits = budgetOf(this.plan.policy, role, purpose);
    if (!limits || !purpose || this.principal.id === undefined) return [];
    const { perHour, perDay } = limits;
    const budgeted = { principalId: this.principal.id, purpose, perHour, perDay };
    return readBudgetState(this.#runtime, this.reader.database, budgeted, this.now);
  }

  async chargeAct(act: Act, subjectId?: string): Promise<void> {
    const { application, log, observability } = this.#runtime;
    const { policy, access } = this.plan;
    const limits = actBudgetOf(policy, access.role, access.purpose, act);
    const charge = { principalId: this.principal.id ?? '', subjectId, limits };
    const count = (state: BudgetState): void => observability.metrics.countActCharge(act, access.role, state);
    const spend = application.acts[act] ?? spendAct(act);
    try {
      const use = await spend(this.reader.database, charge, this.now, reportNearBudget(log, access, act));
      count(use ? 'NEARLY_SPENT' : 'WITHIN');
      this.#actBudget = use && { act, ...use };
    } catch (error) {
      if (asPrivacyError(error)?.code === 'ACT_BUDGET_SPENT') count('SPENT');
      throw error;
    }
  }
}
