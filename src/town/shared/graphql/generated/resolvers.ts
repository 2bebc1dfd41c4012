import type * as Types from './schema.ts';
import type { Row } from '../../rows/row.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GraphQLContext } from '../../../../engine/request-context.ts';
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Types.Maybe<TTypes> | Promise<Types.Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Case:
    | ( Row<Types.Encounter> )
    | ( Row<Types.PrivacyRequest> )
    | ( Row<Types.Ticket> )
  ;
  MessageAuthor:
    | ( Row<Types.Employee> )
    | ( Row<Types.Resident> )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Row<Types.Mandate> )
    | ( Row<Types.PrivacyRequest> )
    | ( Row<Types.Resident> )
    | ( Row<Types.Service> )
    | ( Row<Types.Ticket> )
  ;
  Person:
    | ( Row<Types.HouseholdMember> )
    | ( Row<Types.Resident> )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessEntry: ResolverTypeWrapper<Row<Types.AccessEntry>>;
  AccessEntryConnection: ResolverTypeWrapper<Row<Types.AccessEntryConnection>>;
  AccessEntryEdge: ResolverTypeWrapper<Row<Types.AccessEntryEdge>>;
  AccessEntryFilter: Types.AccessEntryFilter;
  AccessEntrySubject: ResolverTypeWrapper<Row<Types.AccessEntrySubject>>;
  AccessGround: ResolverTypeWrapper<Row<Types.AccessGround>>;
  AccessHistoryConnection: ResolverTypeWrapper<Row<Types.AccessHistoryConnection>>;
  AccessHistoryEdge: ResolverTypeWrapper<Row<Types.AccessHistoryEdge>>;
  AccessHistoryEntry: ResolverTypeWrapper<Row<Types.AccessHistoryEntry>>;
  AccessKind: Types.AccessKind;
  AccessLog: ResolverTypeWrapper<Row<Types.AccessLog>>;
  AccessLogCoverage: ResolverTypeWrapper<Row<Types.AccessLogCoverage>>;
  AccessNeed: ResolverTypeWrapper<Row<Types.AccessNeed>>;
  AccessNeedKind: Types.AccessNeedKind;
  AccessNotice: Types.AccessNotice;
  AccessOutcome: Types.AccessOutcome;
  AccessReader: ResolverTypeWrapper<Row<Types.AccessReader>>;
  AccessReceipt: ResolverTypeWrapper<Row<Types.AccessReceipt>>;
  Account: ResolverTypeWrapper<Row<Types.Account>>;
  AccountConnection: ResolverTypeWrapper<Row<Types.AccountConnection>>;
  AccountEdge: ResolverTypeWrapper<Row<Types.AccountEdge>>;
  AcknowledgePurposeInput: Types.AcknowledgePurposeInput;
  AcknowledgePurposePayload: ResolverTypeWrapper<Row<Types.AcknowledgePurposePayload>>;
  AcknowledgeStatementInput: Types.AcknowledgeStatementInput;
  AcknowledgeStatementPayload: ResolverTypeWrapper<Row<Types.AcknowledgeStatementPayload>>;
  Address: ResolverTypeWrapper<Row<Types.Address>>;
  AddressInput: Types.AddressInput;
  AgeBand: Types.AgeBand;
  AnswerRequestInput: Types.AnswerRequestInput;
  ApproveEmployeeRolesInput: Types.ApproveEmployeeRolesInput;
  ApproveErasureInput: Types.ApproveErasureInput;
  ApproveMandateInput: Types.ApproveMandateInput;
  ApprovePartnerClientChangeInput: Types.ApprovePartnerClientChangeInput;
  ApprovePartnerClientInput: Types.ApprovePartnerClientInput;
  ApproveSealInput: Types.ApproveSealInput;
  AssignRequestInput: Types.AssignRequestInput;
  AssignTicketInput: Types.AssignTicketInput;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  BudgetWindow: Types.BudgetWindow;
  CareArea: Types.CareArea;
  Case: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Case']>;
  CaseAssignment: Types.CaseAssignment;
  ChangeEmployeeRolesInput: Types.ChangeEmployeeRolesInput;
  ChangeEncounterPurposeInput: Types.ChangeEncounterPurposeInput;
  ChangePartnerClientContactInput: Types.ChangePartnerClientContactInput;
  ClaimCode: ResolverTypeWrapper<Row<Types.ClaimCode>>;
  CloseTicketInput: Types.CloseTicketInput;
  ConfirmClaimInput: Types.ConfirmClaimInput;
  ConfirmClaimPayload: ResolverTypeWrapper<Row<Types.ConfirmClaimPayload>>;
  ConfirmEmployeeRolesInput: Types.ConfirmEmployeeRolesInput;
  ConfirmIdentityInput: Types.ConfirmIdentityInput;
  ConfirmIdentityPayload: ResolverTypeWrapper<Row<Types.ConfirmIdentityPayload>>;
  ContestClaimInput: Types.ContestClaimInput;
  ContestClaimPayload: ResolverTypeWrapper<Row<Types.ContestClaimPayload>>;
  DataCategory: Types.DataCategory;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  DisclosedPerson: ResolverTypeWrapper<Row<Types.DisclosedPerson>>;
  Employee: ResolverTypeWrapper<Row<Types.Employee>>;
  EmployeeConnection: ResolverTypeWrapper<Row<Types.EmployeeConnection>>;
  EmployeeEdge: ResolverTypeWrapper<Row<Types.EmployeeEdge>>;
  EmployeePayload: ResolverTypeWrapper<Row<Types.EmployeePayload>>;
  EmployeeStatus: Types.EmployeeStatus;
  Encounter: ResolverTypeWrapper<Row<Types.Encounter>>;
  EncounterPayload: ResolverTypeWrapper<Row<Types.EncounterPayload>>;
  EndEmployeeAccessInput: Types.EndEmployeeAccessInput;
  EndEncounterInput: Types.EndEncounterInput;
  EndPartnerClientInput: Types.EndPartnerClientInput;
  EntryToErase: ResolverTypeWrapper<Row<Types.EntryToErase>>;
  Erasure: ResolverTypeWrapper<Row<Types.Erasure>>;
  ErasurePayload: ResolverTypeWrapper<Row<Types.ErasurePayload>>;
  ErasureRule: Types.ErasureRule;
  ExtendSealInput: Types.ExtendSealInput;
  FileRequestInput: Types.FileRequestInput;
  FileRequestPayload: ResolverTypeWrapper<Row<Types.FileRequestPayload>>;
  Guardianship: ResolverTypeWrapper<Row<Types.Guardianship>>;
  Household: ResolverTypeWrapper<Row<Types.Household>>;
  HouseholdMember: ResolverTypeWrapper<Row<Types.HouseholdMember>>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  Identifications: ResolverTypeWrapper<Row<Types.Identifications>>;
  IdentityEvidence: Types.IdentityEvidence;
  IdentityOutcome: Types.IdentityOutcome;
  InclusionProof: ResolverTypeWrapper<Row<Types.InclusionProof>>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  InvitationPayload: ResolverTypeWrapper<Row<Types.InvitationPayload>>;
  InviteEmployeeInput: Types.InviteEmployeeInput;
  IssueClaimCodeInput: Types.IssueClaimCodeInput;
  IssueClaimCodePayload: ResolverTypeWrapper<Row<Types.IssueClaimCodePayload>>;
  LocalDate: ResolverTypeWrapper<Types.Scalars['LocalDate']['output']>;
  LogPromise: ResolverTypeWrapper<Row<Types.LogPromise>>;
  Mandate: ResolverTypeWrapper<Row<Types.Mandate>>;
  MandateConnection: ResolverTypeWrapper<Row<Types.MandateConnection>>;
  MandateCount: ResolverTypeWrapper<Row<Types.MandateCount>>;
  MandateEdge: ResolverTypeWrapper<Row<Types.MandateEdge>>;
  MandateKind: Types.MandateKind;
  MandatePayload: ResolverTypeWrapper<Row<Types.MandatePayload>>;
  MandateStatus: Types.MandateStatus;
  MarkTicketReadInput: Types.MarkTicketReadInput;
  MarkTicketSensitiveInput: Types.MarkTicketSensitiveInput;
  MessageAuthor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MessageAuthor']>;
  Money: ResolverTypeWrapper<Types.Scalars['Money']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OpenTicketInput: Types.OpenTicketInput;
  OwnDisclosure: ResolverTypeWrapper<Row<Types.OwnDisclosure>>;
  OwnDisclosureConnection: ResolverTypeWrapper<Row<Types.OwnDisclosureConnection>>;
  OwnDisclosureEdge: ResolverTypeWrapper<Row<Types.OwnDisclosureEdge>>;
  OwnMandate: ResolverTypeWrapper<Row<Types.OwnMandate>>;
  PageInfo: ResolverTypeWrapper<Row<Types.PageInfo>>;
  Partner: ResolverTypeWrapper<Row<Types.Partner>>;
  PartnerClient: ResolverTypeWrapper<Row<Types.PartnerClient>>;
  PartnerClientChange: ResolverTypeWrapper<Row<Types.PartnerClientChange>>;
  PartnerClientChangeKind: Types.PartnerClientChangeKind;
  PartnerClientConnection: ResolverTypeWrapper<Row<Types.PartnerClientConnection>>;
  PartnerClientEdge: ResolverTypeWrapper<Row<Types.PartnerClientEdge>>;
  PartnerClientPayload: ResolverTypeWrapper<Row<Types.PartnerClientPayload>>;
  PartnerClientStatus: Types.PartnerClientStatus;
  PartnerOverview: ResolverTypeWrapper<Row<Types.PartnerOverview>>;
  PartnerOverviewConnection: ResolverTypeWrapper<Row<Types.PartnerOverviewConnection>>;
  PartnerOverviewEdge: ResolverTypeWrapper<Row<Types.PartnerOverviewEdge>>;
  Payment: ResolverTypeWrapper<Row<Types.Payment>>;
  PaymentConnection: ResolverTypeWrapper<Row<Types.PaymentConnection>>;
  PaymentEdge: ResolverTypeWrapper<Row<Types.PaymentEdge>>;
  PaymentMethod: Types.PaymentMethod;
  Person: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Person']>;
  Policy: ResolverTypeWrapper<Row<Types.Policy>>;
  PolicyCell: ResolverTypeWrapper<Row<Types.PolicyCell>>;
  PolicyCondition: Types.PolicyCondition;
  PolicyException: ResolverTypeWrapper<Row<Types.PolicyException>>;
  PolicyProhibition: ResolverTypeWrapper<Row<Types.PolicyProhibition>>;
  PrivacyRequest: ResolverTypeWrapper<Row<Types.PrivacyRequest>>;
  PrivacyRequestConnection: ResolverTypeWrapper<Row<Types.PrivacyRequestConnection>>;
  PrivacyRequestEdge: ResolverTypeWrapper<Row<Types.PrivacyRequestEdge>>;
  PrivacyRequestKind: Types.PrivacyRequestKind;
  PrivacyRequestMessage: ResolverTypeWrapper<Row<Types.PrivacyRequestMessage>>;
  PrivacyRequestOrder: Types.PrivacyRequestOrder;
  PrivacyRequestPayload: ResolverTypeWrapper<Row<Types.PrivacyRequestPayload>>;
  PrivacyRequestReceipt: ResolverTypeWrapper<Row<Types.PrivacyRequestReceipt>>;
  PrivacyRequestState: ResolverTypeWrapper<Row<Types.PrivacyRequestState>>;
  PrivacyRequestStatus: Types.PrivacyRequestStatus;
  PrivacyStatement: ResolverTypeWrapper<Row<Types.PrivacyStatement>>;
  ProposeErasureInput: Types.ProposeErasureInput;
  Purchase: ResolverTypeWrapper<Row<Types.Purchase>>;
  PurchaseAnswer: Types.PurchaseAnswer;
  PurchaseCheck: ResolverTypeWrapper<Row<Types.PurchaseCheck>>;
  PurchaseConnection: ResolverTypeWrapper<Row<Types.PurchaseConnection>>;
  PurchaseEdge: ResolverTypeWrapper<Row<Types.PurchaseEdge>>;
  PurchaseInput: Types.PurchaseInput;
  PurchasePayload: ResolverTypeWrapper<Row<Types.PurchasePayload>>;
  Purpose: Types.Purpose;
  PurposeText: ResolverTypeWrapper<Row<Types.PurposeText>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReadBudgetWindow: ResolverTypeWrapper<Row<Types.ReadBudgetWindow>>;
  ReconfirmMandateInput: Types.ReconfirmMandateInput;
  RecordMandateInput: Types.RecordMandateInput;
  RecordPaymentInput: Types.RecordPaymentInput;
  RecordPaymentPayload: ResolverTypeWrapper<Row<Types.RecordPaymentPayload>>;
  RegisterPartnerClientInput: Types.RegisterPartnerClientInput;
  RegisterResidentInput: Types.RegisterResidentInput;
  RegisterResidentPayload: ResolverTypeWrapper<Row<Types.RegisterResidentPayload>>;
  Relationship: Types.Relationship;
  RenewInvitationInput: Types.RenewInvitationInput;
  ReopenRequestByCodeInput: Types.ReopenRequestByCodeInput;
  ReopenRequestInput: Types.ReopenRequestInput;
  ReopenTicketInput: Types.ReopenTicketInput;
  ReplaceCardInput: Types.ReplaceCardInput;
  ReplaceCardPayload: ResolverTypeWrapper<Row<Types.ReplaceCardPayload>>;
  ReplacePartnerClientKeysInput: Types.ReplacePartnerClientKeysInput;
  ReplyToRequestInput: Types.ReplyToRequestInput;
  ReplyToTicketInput: Types.ReplyToTicketInput;
  RequestTold: Types.RequestTold;
  Resident: ResolverTypeWrapper<Row<Types.Resident>>;
  ResidentConnection: ResolverTypeWrapper<Row<Types.ResidentConnection>>;
  ResidentEdge: ResolverTypeWrapper<Row<Types.ResidentEdge>>;
  ResidentFilter: Types.ResidentFilter;
  ResidentOrder: Types.ResidentOrder;
  ResumePartnerClientInput: Types.ResumePartnerClientInput;
  RevokeMandateInput: Types.RevokeMandateInput;
  Role: Types.Role;
  RowScope: Types.RowScope;
  SendContactCodeInput: Types.SendContactCodeInput;
  SendContactCodePayload: ResolverTypeWrapper<Row<Types.SendContactCodePayload>>;
  Service: ResolverTypeWrapper<Row<Types.Service>>;
  ServiceConnection: ResolverTypeWrapper<Row<Types.ServiceConnection>>;
  ServiceEdge: ResolverTypeWrapper<Row<Types.ServiceEdge>>;
  StartEncounterInput: Types.StartEncounterInput;
  StatementClause: ResolverTypeWrapper<Row<Types.StatementClause>>;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  SuspendPartnerClientInput: Types.SuspendPartnerClientInput;
  Ticket: ResolverTypeWrapper<Row<Types.Ticket>>;
  TicketConnection: ResolverTypeWrapper<Row<Types.TicketConnection>>;
  TicketEdge: ResolverTypeWrapper<Row<Types.TicketEdge>>;
  TicketHistoryConnection: ResolverTypeWrapper<Row<Types.TicketHistoryConnection>>;
  TicketHistoryEdge: ResolverTypeWrapper<Row<Types.TicketHistoryEdge>>;
  TicketMessage: ResolverTypeWrapper<Row<Types.TicketMessage>>;
  TicketOrder: Types.TicketOrder;
  TicketPayload: ResolverTypeWrapper<Row<Types.TicketPayload>>;
  TicketStatus: Types.TicketStatus;
  TicketTopic: Types.TicketTopic;
  UndoClaimInput: Types.UndoClaimInput;
  UndoClaimPayload: ResolverTypeWrapper<Row<Types.UndoClaimPayload>>;
  UpdateContactInput: Types.UpdateContactInput;
  UpdateContactPayload: ResolverTypeWrapper<Row<Types.UpdateContactPayload>>;
  WebVisit: ResolverTypeWrapper<Row<Types.WebVisit>>;
  WebVisitConnection: ResolverTypeWrapper<Row<Types.WebVisitConnection>>;
  WebVisitDimension: Types.WebVisitDimension;
  WebVisitEdge: ResolverTypeWrapper<Row<Types.WebVisitEdge>>;
  WebVisitStatistic: ResolverTypeWrapper<Row<Types.WebVisitStatistic>>;
  WithdrawPartnerClientKeyInput: Types.WithdrawPartnerClientKeyInput;
  WithdrawRequestInput: Types.WithdrawRequestInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessEntry: Row<Types.AccessEntry>;
  AccessEntryConnection: Row<Types.AccessEntryConnection>;
  AccessEntryEdge: Row<Types.AccessEntryEdge>;
  AccessEntryFilter: Types.AccessEntryFilter;
  AccessEntrySubject: Row<Types.AccessEntrySubject>;
  AccessGround: Row<Types.AccessGround>;
  AccessHistoryConnection: Row<Types.AccessHistoryConnection>;
  AccessHistoryEdge: Row<Types.AccessHistoryEdge>;
  AccessHistoryEntry: Row<Types.AccessHistoryEntry>;
  AccessLog: Row<Types.AccessLog>;
  AccessLogCoverage: Row<Types.AccessLogCoverage>;
  AccessNeed: Row<Types.AccessNeed>;
  AccessReader: Row<Types.AccessReader>;
  AccessReceipt: Row<Types.AccessReceipt>;
  Account: Row<Types.Account>;
  AccountConnection: Row<Types.AccountConnection>;
  AccountEdge: Row<Types.AccountEdge>;
  AcknowledgePurposeInput: Types.AcknowledgePurposeInput;
  AcknowledgePurposePayload: Row<Types.AcknowledgePurposePayload>;
  AcknowledgeStatementInput: Types.AcknowledgeStatementInput;
  AcknowledgeStatementPayload: Row<Types.AcknowledgeStatementPayload>;
  Address: Row<Types.Address>;
  AddressInput: Types.AddressInput;
  AnswerRequestInput: Types.AnswerRequestInput;
  ApproveEmployeeRolesInput: Types.ApproveEmployeeRolesInput;
  ApproveErasureInput: Types.ApproveErasureInput;
  ApproveMandateInput: Types.ApproveMandateInput;
  ApprovePartnerClientChangeInput: Types.ApprovePartnerClientChangeInput;
  ApprovePartnerClientInput: Types.ApprovePartnerClientInput;
  ApproveSealInput: Types.ApproveSealInput;
  AssignRequestInput: Types.AssignRequestInput;
  AssignTicketInput: Types.AssignTicketInput;
  Boolean: Types.Scalars['Boolean']['output'];
  Case: ResolversUnionTypes<ResolversParentTypes>['Case'];
  ChangeEmployeeRolesInput: Types.ChangeEmployeeRolesInput;
  ChangeEncounterPurposeInput: Types.ChangeEncounterPurposeInput;
  ChangePartnerClientContactInput: Types.ChangePartnerClientContactInput;
  ClaimCode: Row<Types.ClaimCode>;
  CloseTicketInput: Types.CloseTicketInput;
  ConfirmClaimInput: Types.ConfirmClaimInput;
  ConfirmClaimPayload: Row<Types.ConfirmClaimPayload>;
  ConfirmEmployeeRolesInput: Types.ConfirmEmployeeRolesInput;
  ConfirmIdentityInput: Types.ConfirmIdentityInput;
  ConfirmIdentityPayload: Row<Types.ConfirmIdentityPayload>;
  ContestClaimInput: Types.ContestClaimInput;
  ContestClaimPayload: Row<Types.ContestClaimPayload>;
  DateTime: Types.Scalars['DateTime']['output'];
  DisclosedPerson: Row<Types.DisclosedPerson>;
  Employee: Row<Types.Employee>;
  EmployeeConnection: Row<Types.EmployeeConnection>;
  EmployeeEdge: Row<Types.EmployeeEdge>;
  EmployeePayload: Row<Types.EmployeePayload>;
  Encounter: Row<Types.Encounter>;
  EncounterPayload: Row<Types.EncounterPayload>;
  EndEmployeeAccessInput: Types.EndEmployeeAccessInput;
  EndEncounterInput: Types.EndEncounterInput;
  EndPartnerClientInput: Types.EndPartnerClientInput;
  EntryToErase: Row<Types.EntryToErase>;
  Erasure: Row<Types.Erasure>;
  ErasurePayload: Row<Types.ErasurePayload>;
  ExtendSealInput: Types.ExtendSealInput;
  FileRequestInput: Types.FileRequestInput;
  FileRequestPayload: Row<Types.FileRequestPayload>;
  Guardianship: Row<Types.Guardianship>;
  Household: Row<Types.Household>;
  HouseholdMember: Row<Types.HouseholdMember>;
  ID: Types.Scalars['ID']['output'];
  Identifications: Row<Types.Identifications>;
  InclusionProof: Row<Types.InclusionProof>;
  Int: Types.Scalars['Int']['output'];
  InvitationPayload: Row<Types.InvitationPayload>;
  InviteEmployeeInput: Types.InviteEmployeeInput;
  IssueClaimCodeInput: Types.IssueClaimCodeInput;
  IssueClaimCodePayload: Row<Types.IssueClaimCodePayload>;
  LocalDate: Types.Scalars['LocalDate']['output'];
  LogPromise: Row<Types.LogPromise>;
  Mandate: Row<Types.Mandate>;
  MandateConnection: Row<Types.MandateConnection>;
  MandateCount: Row<Types.MandateCount>;
  MandateEdge: Row<Types.MandateEdge>;
  MandatePayload: Row<Types.MandatePayload>;
  MarkTicketReadInput: Types.MarkTicketReadInput;
  MarkTicketSensitiveInput: Types.MarkTicketSensitiveInput;
  MessageAuthor: ResolversUnionTypes<ResolversParentTypes>['MessageAuthor'];
  Money: Types.Scalars['Money']['output'];
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OpenTicketInput: Types.OpenTicketInput;
  OwnDisclosure: Row<Types.OwnDisclosure>;
  OwnDisclosureConnection: Row<Types.OwnDisclosureConnection>;
  OwnDisclosureEdge: Row<Types.OwnDisclosureEdge>;
  OwnMandate: Row<Types.OwnMandate>;
  PageInfo: Row<Types.PageInfo>;
  Partner: Row<Types.Partner>;
  PartnerClient: Row<Types.PartnerClient>;
  PartnerClientChange: Row<Types.PartnerClientChange>;
  PartnerClientConnection: Row<Types.PartnerClientConnection>;
  PartnerClientEdge: Row<Types.PartnerClientEdge>;
  PartnerClientPayload: Row<Types.PartnerClientPayload>;
  PartnerOverview: Row<Types.PartnerOverview>;
  PartnerOverviewConnection: Row<Types.PartnerOverviewConnection>;
  PartnerOverviewEdge: Row<Types.PartnerOverviewEdge>;
  Payment: Row<Types.Payment>;
  PaymentConnection: Row<Types.PaymentConnection>;
  PaymentEdge: Row<Types.PaymentEdge>;
  Person: ResolversInterfaceTypes<ResolversParentTypes>['Person'];
  Policy: Row<Types.Policy>;
  PolicyCell: Row<Types.PolicyCell>;
  PolicyException: Row<Types.PolicyException>;
  PolicyProhibition: Row<Types.PolicyProhibition>;
  PrivacyRequest: Row<Types.PrivacyRequest>;
  PrivacyRequestConnection: Row<Types.PrivacyRequestConnection>;
  PrivacyRequestEdge: Row<Types.PrivacyRequestEdge>;
  PrivacyRequestMessage: Row<Types.PrivacyRequestMessage>;
  PrivacyRequestPayload: Row<Types.PrivacyRequestPayload>;
  PrivacyRequestReceipt: Row<Types.PrivacyRequestReceipt>;
  PrivacyRequestState: Row<Types.PrivacyRequestState>;
  PrivacyStatement: Row<Types.PrivacyStatement>;
  ProposeErasureInput: Types.ProposeErasureInput;
  Purchase: Row<Types.Purchase>;
  PurchaseCheck: Row<Types.PurchaseCheck>;
  PurchaseConnection: Row<Types.PurchaseConnection>;
  PurchaseEdge: Row<Types.PurchaseEdge>;
  PurchaseInput: Types.PurchaseInput;
  PurchasePayload: Row<Types.PurchasePayload>;
  PurposeText: Row<Types.PurposeText>;
  Query: Record<PropertyKey, never>;
  ReadBudgetWindow: Row<Types.ReadBudgetWindow>;
  ReconfirmMandateInput: Types.ReconfirmMandateInput;
  RecordMandateInput: Types.RecordMandateInput;
  RecordPaymentInput: Types.RecordPaymentInput;
  RecordPaymentPayload: Row<Types.RecordPaymentPayload>;
  RegisterPartnerClientInput: Types.RegisterPartnerClientInput;
  RegisterResidentInput: Types.RegisterResidentInput;
  RegisterResidentPayload: Row<Types.RegisterResidentPayload>;
  RenewInvitationInput: Types.RenewInvitationInput;
  ReopenRequestByCodeInput: Types.ReopenRequestByCodeInput;
  ReopenRequestInput: Types.ReopenRequestInput;
  ReopenTicketInput: Types.ReopenTicketInput;
  ReplaceCardInput: Types.ReplaceCardInput;
  ReplaceCardPayload: Row<Types.ReplaceCardPayload>;
  ReplacePartnerClientKeysInput: Types.ReplacePartnerClientKeysInput;
  ReplyToRequestInput: Types.ReplyToRequestInput;
  ReplyToTicketInput: Types.ReplyToTicketInput;
  Resident: Row<Types.Resident>;
  ResidentConnection: Row<Types.ResidentConnection>;
  ResidentEdge: Row<Types.ResidentEdge>;
  ResidentFilter: Types.ResidentFilter;
  ResumePartnerClientInput: Types.ResumePartnerClientInput;
  RevokeMandateInput: Types.RevokeMandateInput;
  SendContactCodeInput: Types.SendContactCodeInput;
  SendContactCodePayload: Row<Types.SendContactCodePayload>;
  Service: Row<Types.Service>;
  ServiceConnection: Row<Types.ServiceConnection>;
  ServiceEdge: Row<Types.ServiceEdge>;
  StartEncounterInput: Types.StartEncounterInput;
  StatementClause: Row<Types.StatementClause>;
  String: Types.Scalars['String']['output'];
  SuspendPartnerClientInput: Types.SuspendPartnerClientInput;
  Ticket: Row<Types.Ticket>;
  TicketConnection: Row<Types.TicketConnection>;
  TicketEdge: Row<Types.TicketEdge>;
  TicketHistoryConnection: Row<Types.TicketHistoryConnection>;
  TicketHistoryEdge: Row<Types.TicketHistoryEdge>;
  TicketMessage: Row<Types.TicketMessage>;
  TicketPayload: Row<Types.TicketPayload>;
  UndoClaimInput: Types.UndoClaimInput;
  UndoClaimPayload: Row<Types.UndoClaimPayload>;
  UpdateContactInput: Types.UpdateContactInput;
  UpdateContactPayload: Row<Types.UpdateContactPayload>;
  WebVisit: Row<Types.WebVisit>;
  WebVisitConnection: Row<Types.WebVisitConnection>;
  WebVisitEdge: Row<Types.WebVisitEdge>;
  WebVisitStatistic: Row<Types.WebVisitStatistic>;
  WithdrawPartnerClientKeyInput: Types.WithdrawPartnerClientKeyInput;
  WithdrawRequestInput: Types.WithdrawRequestInput;
};

export type CaseDirectiveArgs = {
  id: Types.Scalars['ID']['input'];
};

export type CaseDirectiveResolver<Result, Parent, ContextType = GraphQLContext, Args = CaseDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type DataSubjectDirectiveArgs = {
  existence?: Types.Maybe<Types.DataCategory>;
  id?: Types.Maybe<Types.Scalars['String']['input']>;
  none?: Types.Maybe<Types.Scalars['Boolean']['input']>;
};

export type DataSubjectDirectiveResolver<Result, Parent, ContextType = GraphQLContext, Args = DataSubjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ImpersonalDirectiveArgs = { };

export type ImpersonalDirectiveResolver<Result, Parent, ContextType = GraphQLContext, Args = ImpersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize: Types.Scalars['Int']['input'];
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = GraphQLContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = {
  category: Types.DataCategory;
  compared?: Types.Maybe<Types.Scalars['Boolean']['input']>;
  derivedFrom?: Types.Maybe<ReadonlyArray<Types.Scalars['String']['input']>>;
};

export type PersonalDirectiveResolver<Result, Parent, ContextType = GraphQLContext, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PurposeDirectiveArgs = {
  is: Types.Purpose;
};

export type PurposeDirectiveResolver<Result, Parent, ContextType = GraphQLContext, Args = PurposeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SameSubjectDirectiveArgs = { };

export type SameSubjectDirectiveResolver<Result, Parent, ContextType = GraphQLContext, Args = SameSubjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessEntryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessEntry'] = ResolversParentTypes['AccessEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  authority?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  command?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  erases?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  erasureApprovedBy?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  erasureProposedBy?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  erasureRule?: Resolver<Types.Maybe<ResolversTypes['ErasureRule']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiedBy?: Resolver<Types.Maybe<ResolversTypes['IdentityEvidence']>, ParentType, ContextType>;
  number?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  purpose?: Resolver<Types.Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  purposeText?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Types.Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  statementVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjects?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['AccessEntrySubject']>>, ParentType, ContextType>;
};

export type AccessEntryConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessEntryConnection'] = ResolversParentTypes['AccessEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessEntryEdge']>, ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  noticeCode?: Resolver<ResolversTypes['AccessNotice'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessEntryEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessEntryEdge'] = ResolversParentTypes['AccessEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['AccessEntry']>, ParentType, ContextType>;
};

export type AccessEntrySubjectResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessEntrySubject'] = ResolversParentTypes['AccessEntrySubject']> = {
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  pseudonym?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationship?: Resolver<Types.Maybe<ResolversTypes['Relationship']>, ParentType, ContextType>;
  released?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  withheld?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type AccessGroundResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessGround'] = ResolversParentTypes['AccessGround']> = {
  categories?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['DataCategory']>>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  need?: Resolver<Types.Maybe<ResolversTypes['AccessNeed']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  purpose?: Resolver<Types.Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  role?: Resolver<Types.Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type AccessHistoryConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessHistoryConnection'] = ResolversParentTypes['AccessHistoryConnection']> = {
  coverage?: Resolver<Types.Maybe<ResolversTypes['AccessLogCoverage']>, ParentType, ContextType>;
  edges?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['AccessHistoryEdge']>>, ParentType, ContextType>;
  notice?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  noticeCode?: Resolver<Types.Maybe<ResolversTypes['AccessNotice']>, ParentType, ContextType>;
  pageInfo?: Resolver<Types.Maybe<ResolversTypes['PageInfo']>, ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessHistoryEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessHistoryEdge'] = ResolversParentTypes['AccessHistoryEdge']> = {
  cursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['AccessHistoryEntry']>, ParentType, ContextType>;
};

export type AccessHistoryEntryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessHistoryEntry'] = ResolversParentTypes['AccessHistoryEntry']> = {
  at?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Types.Maybe<ResolversTypes['AccessReader']>, ParentType, ContextType>;
  case?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  categories?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['DataCategory']>>, ParentType, ContextType>;
  entryId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  erasedEntries?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  erasureRule?: Resolver<Types.Maybe<ResolversTypes['ErasureRule']>, ParentType, ContextType>;
  fields?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<Types.Maybe<ResolversTypes['AccessKind']>, ParentType, ContextType>;
  need?: Resolver<Types.Maybe<ResolversTypes['AccessNeed']>, ParentType, ContextType>;
  purpose?: Resolver<Types.Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  relationship?: Resolver<Types.Maybe<ResolversTypes['Relationship']>, ParentType, ContextType>;
  why?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessLogResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessLog'] = ResolversParentTypes['AccessLog']> = {
  checkpoint?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consistencyProof?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<Types.AccessLogConsistencyProofArgs, 'from' | 'to'>>;
  inclusionProof?: Resolver<Types.Maybe<ResolversTypes['InclusionProof']>, ParentType, ContextType, RequireFields<Types.AccessLogInclusionProofArgs, 'entry'>>;
};

export type AccessLogCoverageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessLogCoverage'] = ResolversParentTypes['AccessLogCoverage']> = {
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AccessNeedResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessNeed'] = ResolversParentTypes['AccessNeed']> = {
  closedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  identifiedBy?: Resolver<Types.Maybe<ResolversTypes['IdentityEvidence']>, ParentType, ContextType>;
  kind?: Resolver<Types.Maybe<ResolversTypes['AccessNeedKind']>, ParentType, ContextType>;
  mandateKind?: Resolver<Types.Maybe<ResolversTypes['MandateKind']>, ParentType, ContextType>;
  number?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AccessReaderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessReader'] = ResolversParentTypes['AccessReader']> = {
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  role?: Resolver<Types.Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type AccessReceiptResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessReceipt'] = ResolversParentTypes['AccessReceipt']> = {
  entry?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leafHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  promise?: Resolver<ResolversTypes['LogPromise'], ParentType, ContextType>;
};

export type AccountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  balance?: Resolver<Types.Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  creditCheckOpen?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  overdueAmount?: Resolver<Types.Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  overdueSince?: Resolver<Types.Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
};

export type AcknowledgePurposePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AcknowledgePurposePayload'] = ResolversParentTypes['AcknowledgePurposePayload']> = {
  purposeText?: Resolver<Types.Maybe<ResolversTypes['PurposeText']>, ParentType, ContextType>;
};

export type AcknowledgeStatementPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AcknowledgeStatementPayload'] = ResolversParentTypes['AcknowledgeStatementPayload']> = {
  statement?: Resolver<Types.Maybe<ResolversTypes['PrivacyStatement']>, ParentType, ContextType>;
};

export type AddressResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  locality?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  province?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CaseResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case']> = {
  __resolveType?: TypeResolveFn<'Encounter' | 'PrivacyRequest' | 'Ticket', ParentType, ContextType>;
};

export type ClaimCodeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ClaimCode'] = ResolversParentTypes['ClaimCode']> = {
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ConfirmClaimPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConfirmClaimPayload'] = ResolversParentTypes['ConfirmClaimPayload']> = {
  isMailed?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ConfirmIdentityPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConfirmIdentityPayload'] = ResolversParentTypes['ConfirmIdentityPayload']> = {
  outcome?: Resolver<Types.Maybe<ResolversTypes['IdentityOutcome']>, ParentType, ContextType>;
};

export type ContestClaimPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ContestClaimPayload'] = ResolversParentTypes['ContestClaimPayload']> = {
  isHeld?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisclosedPersonResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DisclosedPerson'] = ResolversParentTypes['DisclosedPerson']> = {
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  released?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  residentId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee']> = {
  accessEndedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  awaitedRoles?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  awaitsMyApproval?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  familyName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  invitedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  invitedByCommand?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reviewDueAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewsLog?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  roles?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  rolesConfirmedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rolesSince?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Types.Maybe<ResolversTypes['EmployeeStatus']>, ParentType, ContextType>;
  workEmail?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployeeConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EmployeeConnection'] = ResolversParentTypes['EmployeeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EmployeeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployeeEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EmployeeEdge'] = ResolversParentTypes['EmployeeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
};

export type EmployeePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EmployeePayload'] = ResolversParentTypes['EmployeePayload']> = {
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
};

export type EncounterResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Encounter'] = ResolversParentTypes['Encounter']> = {
  endedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  identifiedBy?: Resolver<Types.Maybe<ResolversTypes['IdentityEvidence']>, ParentType, ContextType>;
  people?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EncounterPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EncounterPayload'] = ResolversParentTypes['EncounterPayload']> = {
  encounter?: Resolver<Types.Maybe<ResolversTypes['Encounter']>, ParentType, ContextType>;
};

export type EntryToEraseResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EntryToErase'] = ResolversParentTypes['EntryToErase']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  purpose?: Resolver<Types.Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  role?: Resolver<Types.Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Erasure'] = ResolversParentTypes['Erasure']> = {
  approvedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['EntryToErase']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['ErasureRule'], ParentType, ContextType>;
};

export type ErasurePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ErasurePayload'] = ResolversParentTypes['ErasurePayload']> = {
  erasure?: Resolver<Types.Maybe<ResolversTypes['Erasure']>, ParentType, ContextType>;
};

export type FileRequestPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileRequestPayload'] = ResolversParentTypes['FileRequestPayload']> = {
  receipt?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestReceipt']>, ParentType, ContextType>;
};

export type GuardianshipResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Guardianship'] = ResolversParentTypes['Guardianship']> = {
  areas?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['CareArea']>>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  minor?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
  since?: Resolver<Types.Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type HouseholdResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household']> = {
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  members?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['HouseholdMember']>>, ParentType, ContextType>;
  since?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type HouseholdMemberResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HouseholdMember'] = ResolversParentTypes['HouseholdMember']> = {
  ageBand?: Resolver<Types.Maybe<ResolversTypes['AgeBand']>, ParentType, ContextType>;
  familyName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  initials?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  residentId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdentificationsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Identifications'] = ResolversParentTypes['Identifications']> = {
  answersMatched?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  knownToMe?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  photoCard?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InclusionProofResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InclusionProof'] = ResolversParentTypes['InclusionProof']> = {
  leafHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proof?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvitationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InvitationPayload'] = ResolversParentTypes['InvitationPayload']> = {
  codeValidUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
};

export type IssueClaimCodePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IssueClaimCodePayload'] = ResolversParentTypes['IssueClaimCodePayload']> = {
  claimCode?: Resolver<Types.Maybe<ResolversTypes['ClaimCode']>, ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type LogPromiseResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LogPromise'] = ResolversParentTypes['LogPromise']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proof?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MandateResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Mandate'] = ResolversParentTypes['Mandate']> = {
  approvals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  approvalsRequired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  awaitsMyApproval?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MandateKind'], ParentType, ContextType>;
  lapsesSoon?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  openEnded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  reconfirmedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revocationReason?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revokedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sealAwaitsMyApproval?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sealProposedUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sealedUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MandateStatus'], ParentType, ContextType>;
  subjects?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Resident']>>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MandateConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MandateConnection'] = ResolversParentTypes['MandateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MandateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MandateCountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MandateCount'] = ResolversParentTypes['MandateCount']> = {
  mandates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MandateStatus'], ParentType, ContextType>;
};

export type MandateEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MandateEdge'] = ResolversParentTypes['MandateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Mandate']>, ParentType, ContextType>;
};

export type MandatePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MandatePayload'] = ResolversParentTypes['MandatePayload']> = {
  mandate?: Resolver<Types.Maybe<ResolversTypes['Mandate']>, ParentType, ContextType>;
};

export type MessageAuthorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MessageAuthor'] = ResolversParentTypes['MessageAuthor']> = {
  __resolveType?: TypeResolveFn<'Employee' | 'Resident', ParentType, ContextType>;
};

export interface MoneyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Money'], any> {
  name: 'Money';
}

export type MutationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgePurpose?: Resolver<Types.Maybe<ResolversTypes['AcknowledgePurposePayload']>, ParentType, ContextType, RequireFields<Types.MutationAcknowledgePurposeArgs, 'input'>>;
  acknowledgeStatement?: Resolver<Types.Maybe<ResolversTypes['AcknowledgeStatementPayload']>, ParentType, ContextType, RequireFields<Types.MutationAcknowledgeStatementArgs, 'input'>>;
  answerRequest?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationAnswerRequestArgs, 'input'>>;
  approveEmployeeRoles?: Resolver<Types.Maybe<ResolversTypes['EmployeePayload']>, ParentType, ContextType, RequireFields<Types.MutationApproveEmployeeRolesArgs, 'input'>>;
  approveErasure?: Resolver<Types.Maybe<ResolversTypes['ErasurePayload']>, ParentType, ContextType, RequireFields<Types.MutationApproveErasureArgs, 'input'>>;
  approveMandate?: Resolver<Types.Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<Types.MutationApproveMandateArgs, 'input'>>;
  approvePartnerClient?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationApprovePartnerClientArgs, 'input'>>;
  approvePartnerClientChange?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationApprovePartnerClientChangeArgs, 'input'>>;
  approveSeal?: Resolver<Types.Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<Types.MutationApproveSealArgs, 'input'>>;
  assignRequest?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationAssignRequestArgs, 'input'>>;
  assignTicket?: Resolver<Types.Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<Types.MutationAssignTicketArgs, 'input'>>;
  changeEmployeeRoles?: Resolver<Types.Maybe<ResolversTypes['EmployeePayload']>, ParentType, ContextType, RequireFields<Types.MutationChangeEmployeeRolesArgs, 'input'>>;
  changeEncounterPurpose?: Resolver<Types.Maybe<ResolversTypes['EncounterPayload']>, ParentType, ContextType, RequireFields<Types.MutationChangeEncounterPurposeArgs, 'input'>>;
  changePartnerClientContact?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationChangePartnerClientContactArgs, 'input'>>;
  closeTicket?: Resolver<Types.Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<Types.MutationCloseTicketArgs, 'input'>>;
  confirmClaim?: Resolver<Types.Maybe<ResolversTypes['ConfirmClaimPayload']>, ParentType, ContextType, RequireFields<Types.MutationConfirmClaimArgs, 'input'>>;
  confirmEmployeeRoles?: Resolver<Types.Maybe<ResolversTypes['EmployeePayload']>, ParentType, ContextType, RequireFields<Types.MutationConfirmEmployeeRolesArgs, 'input'>>;
  confirmIdentity?: Resolver<Types.Maybe<ResolversTypes['ConfirmIdentityPayload']>, ParentType, ContextType, RequireFields<Types.MutationConfirmIdentityArgs, 'input'>>;
  contestClaim?: Resolver<Types.Maybe<ResolversTypes['ContestClaimPayload']>, ParentType, ContextType, RequireFields<Types.MutationContestClaimArgs, 'input'>>;
  endEmployeeAccess?: Resolver<Types.Maybe<ResolversTypes['EmployeePayload']>, ParentType, ContextType, RequireFields<Types.MutationEndEmployeeAccessArgs, 'input'>>;
  endEncounter?: Resolver<Types.Maybe<ResolversTypes['EncounterPayload']>, ParentType, ContextType, RequireFields<Types.MutationEndEncounterArgs, 'input'>>;
  endPartnerClient?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationEndPartnerClientArgs, 'input'>>;
  extendSeal?: Resolver<Types.Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<Types.MutationExtendSealArgs, 'input'>>;
  fileRequest?: Resolver<Types.Maybe<ResolversTypes['FileRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationFileRequestArgs, 'input'>>;
  inviteEmployee?: Resolver<Types.Maybe<ResolversTypes['InvitationPayload']>, ParentType, ContextType, RequireFields<Types.MutationInviteEmployeeArgs, 'input'>>;
  issueClaimCode?: Resolver<Types.Maybe<ResolversTypes['IssueClaimCodePayload']>, ParentType, ContextType, RequireFields<Types.MutationIssueClaimCodeArgs, 'input'>>;
  markTicketRead?: Resolver<Types.Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<Types.MutationMarkTicketReadArgs, 'input'>>;
  markTicketSensitive?: Resolver<Types.Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<Types.MutationMarkTicketSensitiveArgs, 'input'>>;
  openTicket?: Resolver<Types.Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<Types.MutationOpenTicketArgs, 'input'>>;
  proposeErasure?: Resolver<Types.Maybe<ResolversTypes['ErasurePayload']>, ParentType, ContextType, RequireFields<Types.MutationProposeErasureArgs, 'input'>>;
  purchase?: Resolver<Types.Maybe<ResolversTypes['PurchasePayload']>, ParentType, ContextType, RequireFields<Types.MutationPurchaseArgs, 'input'>>;
  reconfirmMandate?: Resolver<Types.Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<Types.MutationReconfirmMandateArgs, 'input'>>;
  recordMandate?: Resolver<Types.Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordMandateArgs, 'input'>>;
  recordPayment?: Resolver<Types.Maybe<ResolversTypes['RecordPaymentPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordPaymentArgs, 'input'>>;
  registerPartnerClient?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationRegisterPartnerClientArgs, 'input'>>;
  registerResident?: Resolver<Types.Maybe<ResolversTypes['RegisterResidentPayload']>, ParentType, ContextType, RequireFields<Types.MutationRegisterResidentArgs, 'input'>>;
  renewInvitation?: Resolver<Types.Maybe<ResolversTypes['InvitationPayload']>, ParentType, ContextType, RequireFields<Types.MutationRenewInvitationArgs, 'input'>>;
  reopenRequest?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationReopenRequestArgs, 'input'>>;
  reopenRequestByCode?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationReopenRequestByCodeArgs, 'input'>>;
  reopenTicket?: Resolver<Types.Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<Types.MutationReopenTicketArgs, 'input'>>;
  replaceCard?: Resolver<Types.Maybe<ResolversTypes['ReplaceCardPayload']>, ParentType, ContextType, RequireFields<Types.MutationReplaceCardArgs, 'input'>>;
  replacePartnerClientKeys?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationReplacePartnerClientKeysArgs, 'input'>>;
  replyToRequest?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationReplyToRequestArgs, 'input'>>;
  replyToTicket?: Resolver<Types.Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<Types.MutationReplyToTicketArgs, 'input'>>;
  resumePartnerClient?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationResumePartnerClientArgs, 'input'>>;
  revokeMandate?: Resolver<Types.Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<Types.MutationRevokeMandateArgs, 'input'>>;
  sendContactCode?: Resolver<Types.Maybe<ResolversTypes['SendContactCodePayload']>, ParentType, ContextType, RequireFields<Types.MutationSendContactCodeArgs, 'input'>>;
  startEncounter?: Resolver<Types.Maybe<ResolversTypes['EncounterPayload']>, ParentType, ContextType, RequireFields<Types.MutationStartEncounterArgs, 'input'>>;
  suspendPartnerClient?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationSuspendPartnerClientArgs, 'input'>>;
  undoClaim?: Resolver<Types.Maybe<ResolversTypes['UndoClaimPayload']>, ParentType, ContextType, RequireFields<Types.MutationUndoClaimArgs, 'input'>>;
  updateContact?: Resolver<Types.Maybe<ResolversTypes['UpdateContactPayload']>, ParentType, ContextType, RequireFields<Types.MutationUpdateContactArgs, 'input'>>;
  withdrawPartnerClientKey?: Resolver<Types.Maybe<ResolversTypes['PartnerClientPayload']>, ParentType, ContextType, RequireFields<Types.MutationWithdrawPartnerClientKeyArgs, 'input'>>;
  withdrawRequest?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationWithdrawRequestArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Mandate' | 'PrivacyRequest' | 'Resident' | 'Service' | 'Ticket', ParentType, ContextType>;
};

export type OwnDisclosureResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OwnDisclosure'] = ResolversParentTypes['OwnDisclosure']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  people?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['DisclosedPerson']>>, ParentType, ContextType>;
};

export type OwnDisclosureConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OwnDisclosureConnection'] = ResolversParentTypes['OwnDisclosureConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OwnDisclosureEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OwnDisclosureEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OwnDisclosureEdge'] = ResolversParentTypes['OwnDisclosureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['OwnDisclosure']>, ParentType, ContextType>;
};

export type OwnMandateResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OwnMandate'] = ResolversParentTypes['OwnMandate']> = {
  disclosures?: Resolver<Types.Maybe<ResolversTypes['OwnDisclosureConnection']>, ParentType, ContextType, Partial<Types.OwnMandateDisclosuresArgs>>;
  mandate?: Resolver<Types.Maybe<ResolversTypes['Mandate']>, ParentType, ContextType>;
  readBudget?: Resolver<ReadonlyArray<ResolversTypes['ReadBudgetWindow']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type PartnerClientResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerClient'] = ResolversParentTypes['PartnerClient']> = {
  approvedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  awaitsMyApproval?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  categories?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['DataCategory']>>, ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endReason?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  formerJwks?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  formerJwksUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jwks?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jwksUri?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
  proposal?: Resolver<Types.Maybe<ResolversTypes['PartnerClientChange']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PartnerClientStatus'], ParentType, ContextType>;
  suspendReason?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suspendedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnKeys?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerClientChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerClientChange'] = ResolversParentTypes['PartnerClientChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jwks?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jwksUri?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PartnerClientChangeKind'], ParentType, ContextType>;
  overlapDays?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PartnerClientConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerClientConnection'] = ResolversParentTypes['PartnerClientConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PartnerClientEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PartnerClientEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerClientEdge'] = ResolversParentTypes['PartnerClientEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['PartnerClient']>, ParentType, ContextType>;
};

export type PartnerClientPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerClientPayload'] = ResolversParentTypes['PartnerClientPayload']> = {
  client?: Resolver<Types.Maybe<ResolversTypes['PartnerClient']>, ParentType, ContextType>;
};

export type PartnerOverviewResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerOverview'] = ResolversParentTypes['PartnerOverview']> = {
  accessEndedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  awaitingMyApproval?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mandateCounts?: Resolver<ReadonlyArray<ResolversTypes['MandateCount']>, ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
  sealsAwaitingMyApproval?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PartnerOverviewConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerOverviewConnection'] = ResolversParentTypes['PartnerOverviewConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PartnerOverviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PartnerOverviewEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartnerOverviewEdge'] = ResolversParentTypes['PartnerOverviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['PartnerOverview']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  method?: Resolver<Types.Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  paidAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purchaseId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['PaymentEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<Types.Maybe<ResolversTypes['PageInfo']>, ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  __resolveType?: TypeResolveFn<'HouseholdMember' | 'Resident', ParentType, ContextType>;
};

export type PolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Policy'] = ResolversParentTypes['Policy']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['PolicyCell']>, ParentType, ContextType, Partial<Types.PolicyCellsArgs>>;
  prohibitions?: Resolver<ReadonlyArray<ResolversTypes['PolicyProhibition']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PolicyCellResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyCell'] = ResolversParentTypes['PolicyCell']> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  clause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['PolicyException']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  relationship?: Resolver<ResolversTypes['Relationship'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  when?: Resolver<ReadonlyArray<ResolversTypes['PolicyCondition']>, ParentType, ContextType>;
};

export type PolicyExceptionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyException'] = ResolversParentTypes['PolicyException']> = {
  clause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unless?: Resolver<ReadonlyArray<ResolversTypes['PolicyCondition']>, ParentType, ContextType>;
  when?: Resolver<ReadonlyArray<ResolversTypes['PolicyCondition']>, ParentType, ContextType>;
};

export type PolicyProhibitionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyProhibition'] = ResolversParentTypes['PolicyProhibition']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  clause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purposes?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Purpose']>>, ParentType, ContextType>;
  roles?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  unless?: Resolver<ReadonlyArray<ResolversTypes['PolicyCondition']>, ParentType, ContextType>;
  unlessPurposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  unlessRelationships?: Resolver<ReadonlyArray<ResolversTypes['Relationship']>, ParentType, ContextType>;
  when?: Resolver<ReadonlyArray<ResolversTypes['PolicyCondition']>, ParentType, ContextType>;
};

export type PrivacyRequestResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyRequest'] = ResolversParentTypes['PrivacyRequest']> = {
  answer?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assignee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  body?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactEmail?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  filedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  filedByGuardian?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PrivacyRequestKind'], ParentType, ContextType>;
  messages?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['PrivacyRequestMessage']>>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  questionedEntry?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reopenableUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reopenedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requester?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PrivacyRequestStatus'], ParentType, ContextType>;
  told?: Resolver<Types.Maybe<ResolversTypes['RequestTold']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PrivacyRequestConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyRequestConnection'] = ResolversParentTypes['PrivacyRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PrivacyRequestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PrivacyRequestEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyRequestEdge'] = ResolversParentTypes['PrivacyRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequest']>, ParentType, ContextType>;
};

export type PrivacyRequestMessageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyRequestMessage'] = ResolversParentTypes['PrivacyRequestMessage']> = {
  body?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromGuardian?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  fromStaff?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sentAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PrivacyRequestPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyRequestPayload'] = ResolversParentTypes['PrivacyRequestPayload']> = {
  request?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequest']>, ParentType, ContextType>;
};

export type PrivacyRequestReceiptResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyRequestReceipt'] = ResolversParentTypes['PrivacyRequestReceipt']> = {
  dueOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stateCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PrivacyRequestStateResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyRequestState'] = ResolversParentTypes['PrivacyRequestState']> = {
  answeredAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  filedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PrivacyRequestKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reopenedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PrivacyRequestStatus'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PrivacyStatementResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PrivacyStatement'] = ResolversParentTypes['PrivacyStatement']> = {
  clauses?: Resolver<ReadonlyArray<ResolversTypes['StatementClause']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PurchaseResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Purchase'] = ResolversParentTypes['Purchase']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  purchasedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  validUntil?: Resolver<Types.Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type PurchaseCheckResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PurchaseCheck'] = ResolversParentTypes['PurchaseCheck']> = {
  answer?: Resolver<Types.Maybe<ResolversTypes['PurchaseAnswer']>, ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
};

export type PurchaseConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PurchaseConnection'] = ResolversParentTypes['PurchaseConnection']> = {
  edges?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['PurchaseEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<Types.Maybe<ResolversTypes['PageInfo']>, ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PurchaseEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PurchaseEdge'] = ResolversParentTypes['PurchaseEdge']> = {
  cursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
};

export type PurchasePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PurchasePayload'] = ResolversParentTypes['PurchasePayload']> = {
  purchase?: Resolver<Types.Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
};

export type PurposeTextResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PurposeText'] = ResolversParentTypes['PurposeText']> = {
  acknowledgedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessEntries?: Resolver<Types.Maybe<ResolversTypes['AccessEntryConnection']>, ParentType, ContextType, Partial<Types.QueryAccessEntriesArgs>>;
  accessLog?: Resolver<Types.Maybe<ResolversTypes['AccessLog']>, ParentType, ContextType>;
  accessReceipt?: Resolver<Types.Maybe<ResolversTypes['AccessReceipt']>, ParentType, ContextType, RequireFields<Types.QueryAccessReceiptArgs, 'entry'>>;
  accounts?: Resolver<Types.Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, Partial<Types.QueryAccountsArgs>>;
  colleagues?: Resolver<Types.Maybe<ResolversTypes['EmployeeConnection']>, ParentType, ContextType, Partial<Types.QueryColleaguesArgs>>;
  currentCase?: Resolver<Types.Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  disclosures?: Resolver<Types.Maybe<ResolversTypes['AccessEntryConnection']>, ParentType, ContextType, Partial<Types.QueryDisclosuresArgs>>;
  employees?: Resolver<Types.Maybe<ResolversTypes['EmployeeConnection']>, ParentType, ContextType, Partial<Types.QueryEmployeesArgs>>;
  erasuresToApprove?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Erasure']>>, ParentType, ContextType>;
  identifications?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Identifications']>>, ParentType, ContextType, RequireFields<Types.QueryIdentificationsArgs, 'from' | 'until'>>;
  mandate?: Resolver<Types.Maybe<ResolversTypes['Mandate']>, ParentType, ContextType, RequireFields<Types.QueryMandateArgs, 'id'>>;
  mandates?: Resolver<Types.Maybe<ResolversTypes['MandateConnection']>, ParentType, ContextType, Partial<Types.QueryMandatesArgs>>;
  me?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
  myMandate?: Resolver<Types.Maybe<ResolversTypes['OwnMandate']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<Types.QueryNodeArgs, 'id'>>;
  openEncounter?: Resolver<Types.Maybe<ResolversTypes['Encounter']>, ParentType, ContextType>;
  partnerClients?: Resolver<Types.Maybe<ResolversTypes['PartnerClientConnection']>, ParentType, ContextType, Partial<Types.QueryPartnerClientsArgs>>;
  partners?: Resolver<Types.Maybe<ResolversTypes['PartnerOverviewConnection']>, ParentType, ContextType, Partial<Types.QueryPartnersArgs>>;
  policy?: Resolver<Types.Maybe<ResolversTypes['Policy']>, ParentType, ContextType>;
  privacyStatement?: Resolver<Types.Maybe<ResolversTypes['PrivacyStatement']>, ParentType, ContextType, Partial<Types.QueryPrivacyStatementArgs>>;
  purposeTexts?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['PurposeText']>>, ParentType, ContextType>;
  request?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequest']>, ParentType, ContextType, RequireFields<Types.QueryRequestArgs, 'id'>>;
  requestByCode?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequest']>, ParentType, ContextType, RequireFields<Types.QueryRequestByCodeArgs, 'code' | 'number'>>;
  requestState?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestState']>, ParentType, ContextType, RequireFields<Types.QueryRequestStateArgs, 'code' | 'number'>>;
  requests?: Resolver<Types.Maybe<ResolversTypes['PrivacyRequestConnection']>, ParentType, ContextType, RequireFields<Types.QueryRequestsArgs, 'orderBy'>>;
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType, RequireFields<Types.QueryResidentArgs, 'id'>>;
  residentByCard?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType, RequireFields<Types.QueryResidentByCardArgs, 'cardNumber'>>;
  residents?: Resolver<Types.Maybe<ResolversTypes['ResidentConnection']>, ParentType, ContextType, RequireFields<Types.QueryResidentsArgs, 'orderBy'>>;
  revocationsToReview?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Mandate']>>, ParentType, ContextType>;
  sealsToReview?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Mandate']>>, ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType, RequireFields<Types.QueryServiceArgs, 'id'>>;
  services?: Resolver<Types.Maybe<ResolversTypes['ServiceConnection']>, ParentType, ContextType, Partial<Types.QueryServicesArgs>>;
  statementToAcknowledge?: Resolver<Types.Maybe<ResolversTypes['PrivacyStatement']>, ParentType, ContextType>;
  ticket?: Resolver<Types.Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<Types.QueryTicketArgs, 'id'>>;
  tickets?: Resolver<Types.Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, RequireFields<Types.QueryTicketsArgs, 'orderBy'>>;
  webVisitStatistics?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['WebVisitStatistic']>>, ParentType, ContextType, RequireFields<Types.QueryWebVisitStatisticsArgs, 'by'>>;
  webVisits?: Resolver<Types.Maybe<ResolversTypes['WebVisitConnection']>, ParentType, ContextType, Partial<Types.QueryWebVisitsArgs>>;
  whoMayLook?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['AccessGround']>>, ParentType, ContextType, Partial<Types.QueryWhoMayLookArgs>>;
};

export type ReadBudgetWindowResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReadBudgetWindow'] = ResolversParentTypes['ReadBudgetWindow']> = {
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['BudgetWindow'], ParentType, ContextType>;
};

export type RecordPaymentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RecordPaymentPayload'] = ResolversParentTypes['RecordPaymentPayload']> = {
  payment?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
};

export type RegisterResidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RegisterResidentPayload'] = ResolversParentTypes['RegisterResidentPayload']> = {
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
};

export type ReplaceCardPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReplaceCardPayload'] = ResolversParentTypes['ReplaceCardPayload']> = {
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
};

export type ResidentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Resident'] = ResolversParentTypes['Resident']> = {
  accessHistory?: Resolver<Types.Maybe<ResolversTypes['AccessHistoryConnection']>, ParentType, ContextType, RequireFields<Types.ResidentAccessHistoryArgs, 'includeOwn'>>;
  account?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  address?: Resolver<Types.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  ageBand?: Resolver<Types.Maybe<ResolversTypes['AgeBand']>, ParentType, ContextType>;
  birthDate?: Resolver<Types.Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  cardNumber?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cardSince?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contactSince?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailHint?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  familyName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  guardianships?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['Guardianship']>>, ParentType, ContextType>;
  household?: Resolver<Types.Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  identitySince?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  initials?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobilePhone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payments?: Resolver<Types.Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, Partial<Types.ResidentPaymentsArgs>>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneHint?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purchaseCheck?: Resolver<Types.Maybe<ResolversTypes['PurchaseCheck']>, ParentType, ContextType, RequireFields<Types.ResidentPurchaseCheckArgs, 'serviceId'>>;
  purchases?: Resolver<Types.Maybe<ResolversTypes['PurchaseConnection']>, ParentType, ContextType, Partial<Types.ResidentPurchasesArgs>>;
  tickets?: Resolver<Types.Maybe<ResolversTypes['TicketHistoryConnection']>, ParentType, ContextType, Partial<Types.ResidentTicketsArgs>>;
  waitingEmail?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResidentConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResidentConnection'] = ResolversParentTypes['ResidentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ResidentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ResidentEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResidentEdge'] = ResolversParentTypes['ResidentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
};

export type SendContactCodePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SendContactCodePayload'] = ResolversParentTypes['SendContactCodePayload']> = {
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  minimumAge?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  validDays?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceConnection'] = ResolversParentTypes['ServiceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceEdge'] = ResolversParentTypes['ServiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
};

export type StatementClauseResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StatementClause'] = ResolversParentTypes['StatementClause']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TicketResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  assignee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  closedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  messages?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['TicketMessage']>>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requester?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
  sensitive?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  subject?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['TicketTopic'], ParentType, ContextType>;
  unreadSince?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TicketConnection'] = ResolversParentTypes['TicketConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TicketEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TicketEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TicketEdge'] = ResolversParentTypes['TicketEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type TicketHistoryConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TicketHistoryConnection'] = ResolversParentTypes['TicketHistoryConnection']> = {
  edges?: Resolver<Types.Maybe<ReadonlyArray<ResolversTypes['TicketHistoryEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<Types.Maybe<ResolversTypes['PageInfo']>, ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TicketHistoryEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TicketHistoryEdge'] = ResolversParentTypes['TicketHistoryEdge']> = {
  cursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type TicketMessageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TicketMessage'] = ResolversParentTypes['TicketMessage']> = {
  author?: Resolver<Types.Maybe<ResolversTypes['MessageAuthor']>, ParentType, ContextType>;
  body?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromStaff?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sentAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TicketPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TicketPayload'] = ResolversParentTypes['TicketPayload']> = {
  ticket?: Resolver<Types.Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type UndoClaimPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UndoClaimPayload'] = ResolversParentTypes['UndoClaimPayload']> = {
  isUndone?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type UpdateContactPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateContactPayload'] = ResolversParentTypes['UpdateContactPayload']> = {
  resident?: Resolver<Types.Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
};

export type WebVisitResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebVisit'] = ResolversParentTypes['WebVisit']> = {
  browser?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  download?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  networkAddress?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WebVisitConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebVisitConnection'] = ResolversParentTypes['WebVisitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebVisitEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebVisitEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebVisitEdge'] = ResolversParentTypes['WebVisitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['WebVisit']>, ParentType, ContextType>;
};

export type WebVisitStatisticResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebVisitStatistic'] = ResolversParentTypes['WebVisitStatistic']> = {
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  value?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visits?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  AccessEntry?: AccessEntryResolvers<ContextType>;
  AccessEntryConnection?: AccessEntryConnectionResolvers<ContextType>;
  AccessEntryEdge?: AccessEntryEdgeResolvers<ContextType>;
  AccessEntrySubject?: AccessEntrySubjectResolvers<ContextType>;
  AccessGround?: AccessGroundResolvers<ContextType>;
  AccessHistoryConnection?: AccessHistoryConnectionResolvers<ContextType>;
  AccessHistoryEdge?: AccessHistoryEdgeResolvers<ContextType>;
  AccessHistoryEntry?: AccessHistoryEntryResolvers<ContextType>;
  AccessLog?: AccessLogResolvers<ContextType>;
  AccessLogCoverage?: AccessLogCoverageResolvers<ContextType>;
  AccessNeed?: AccessNeedResolvers<ContextType>;
  AccessReader?: AccessReaderResolvers<ContextType>;
  AccessReceipt?: AccessReceiptResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AcknowledgePurposePayload?: AcknowledgePurposePayloadResolvers<ContextType>;
  AcknowledgeStatementPayload?: AcknowledgeStatementPayloadResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  ClaimCode?: ClaimCodeResolvers<ContextType>;
  ConfirmClaimPayload?: ConfirmClaimPayloadResolvers<ContextType>;
  ConfirmIdentityPayload?: ConfirmIdentityPayloadResolvers<ContextType>;
  ContestClaimPayload?: ContestClaimPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DisclosedPerson?: DisclosedPersonResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  EmployeeConnection?: EmployeeConnectionResolvers<ContextType>;
  EmployeeEdge?: EmployeeEdgeResolvers<ContextType>;
  EmployeePayload?: EmployeePayloadResolvers<ContextType>;
  Encounter?: EncounterResolvers<ContextType>;
  EncounterPayload?: EncounterPayloadResolvers<ContextType>;
  EntryToErase?: EntryToEraseResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasurePayload?: ErasurePayloadResolvers<ContextType>;
  FileRequestPayload?: FileRequestPayloadResolvers<ContextType>;
  Guardianship?: GuardianshipResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  HouseholdMember?: HouseholdMemberResolvers<ContextType>;
  Identifications?: IdentificationsResolvers<ContextType>;
  InclusionProof?: InclusionProofResolvers<ContextType>;
  InvitationPayload?: InvitationPayloadResolvers<ContextType>;
  IssueClaimCodePayload?: IssueClaimCodePayloadResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  LogPromise?: LogPromiseResolvers<ContextType>;
  Mandate?: MandateResolvers<ContextType>;
  MandateConnection?: MandateConnectionResolvers<ContextType>;
  MandateCount?: MandateCountResolvers<ContextType>;
  MandateEdge?: MandateEdgeResolvers<ContextType>;
  MandatePayload?: MandatePayloadResolvers<ContextType>;
  MessageAuthor?: MessageAuthorResolvers<ContextType>;
  Money?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OwnDisclosure?: OwnDisclosureResolvers<ContextType>;
  OwnDisclosureConnection?: OwnDisclosureConnectionResolvers<ContextType>;
  OwnDisclosureEdge?: OwnDisclosureEdgeResolvers<ContextType>;
  OwnMandate?: OwnMandateResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerClient?: PartnerClientResolvers<ContextType>;
  PartnerClientChange?: PartnerClientChangeResolvers<ContextType>;
  PartnerClientConnection?: PartnerClientConnectionResolvers<ContextType>;
  PartnerClientEdge?: PartnerClientEdgeResolvers<ContextType>;
  PartnerClientPayload?: PartnerClientPayloadResolvers<ContextType>;
  PartnerOverview?: PartnerOverviewResolvers<ContextType>;
  PartnerOverviewConnection?: PartnerOverviewConnectionResolvers<ContextType>;
  PartnerOverviewEdge?: PartnerOverviewEdgeResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  PolicyCell?: PolicyCellResolvers<ContextType>;
  PolicyException?: PolicyExceptionResolvers<ContextType>;
  PolicyProhibition?: PolicyProhibitionResolvers<ContextType>;
  PrivacyRequest?: PrivacyRequestResolvers<ContextType>;
  PrivacyRequestConnection?: PrivacyRequestConnectionResolvers<ContextType>;
  PrivacyRequestEdge?: PrivacyRequestEdgeResolvers<ContextType>;
  PrivacyRequestMessage?: PrivacyRequestMessageResolvers<ContextType>;
  PrivacyRequestPayload?: PrivacyRequestPayloadResolvers<ContextType>;
  PrivacyRequestReceipt?: PrivacyRequestReceiptResolvers<ContextType>;
  PrivacyRequestState?: PrivacyRequestStateResolvers<ContextType>;
  PrivacyStatement?: PrivacyStatementResolvers<ContextType>;
  Purchase?: PurchaseResolvers<ContextType>;
  PurchaseCheck?: PurchaseCheckResolvers<ContextType>;
  PurchaseConnection?: PurchaseConnectionResolvers<ContextType>;
  PurchaseEdge?: PurchaseEdgeResolvers<ContextType>;
  PurchasePayload?: PurchasePayloadResolvers<ContextType>;
  PurposeText?: PurposeTextResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReadBudgetWindow?: ReadBudgetWindowResolvers<ContextType>;
  RecordPaymentPayload?: RecordPaymentPayloadResolvers<ContextType>;
  RegisterResidentPayload?: RegisterResidentPayloadResolvers<ContextType>;
  ReplaceCardPayload?: ReplaceCardPayloadResolvers<ContextType>;
  Resident?: ResidentResolvers<ContextType>;
  ResidentConnection?: ResidentConnectionResolvers<ContextType>;
  ResidentEdge?: ResidentEdgeResolvers<ContextType>;
  SendContactCodePayload?: SendContactCodePayloadResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  ServiceConnection?: ServiceConnectionResolvers<ContextType>;
  ServiceEdge?: ServiceEdgeResolvers<ContextType>;
  StatementClause?: StatementClauseResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketConnection?: TicketConnectionResolvers<ContextType>;
  TicketEdge?: TicketEdgeResolvers<ContextType>;
  TicketHistoryConnection?: TicketHistoryConnectionResolvers<ContextType>;
  TicketHistoryEdge?: TicketHistoryEdgeResolvers<ContextType>;
  TicketMessage?: TicketMessageResolvers<ContextType>;
  TicketPayload?: TicketPayloadResolvers<ContextType>;
  UndoClaimPayload?: UndoClaimPayloadResolvers<ContextType>;
  UpdateContactPayload?: UpdateContactPayloadResolvers<ContextType>;
  WebVisit?: WebVisitResolvers<ContextType>;
  WebVisitConnection?: WebVisitConnectionResolvers<ContextType>;
  WebVisitEdge?: WebVisitEdgeResolvers<ContextType>;
  WebVisitStatistic?: WebVisitStatisticResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphQLContext> = {
  case?: CaseDirectiveResolver<any, any, ContextType>;
  dataSubject?: DataSubjectDirectiveResolver<any, any, ContextType>;
  impersonal?: ImpersonalDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  purpose?: PurposeDirectiveResolver<any, any, ContextType>;
  sameSubject?: SameSubjectDirectiveResolver<any, any, ContextType>;
};
