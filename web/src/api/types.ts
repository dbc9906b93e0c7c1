import type { components } from './schema';

type Schemas = components['schemas'];

export type ApiKey = Schemas['ApiKey'];
export type AuditCheck = Schemas['AuditCheck'];
export type AuditEvent = Schemas['AuditEvent'];
export type BreakCounts = Schemas['BreakCounts'];
export type BreakDetail = Schemas['BreakDetail'];
export type BreakEntry = Schemas['BreakEntry'];
export type BreakKind = Schemas['BreakKind'];
export type BreakRow = Schemas['BreakRow'];
export type BreakSort = Schemas['BreakSort'];
export type BreakStatus = Schemas['BreakStatus'];
export type Candidate = Schemas['Candidate'];
export type ChangedLine = Schemas['ChangedLine'];
export type ChangeKind = Schemas['ChangeKind'];
export type Comparison = Schemas['Comparison'];
export type ComparisonTotals = Schemas['ComparisonTotals'];
export type PlacedLine = Schemas['PlacedLine'];
export type PlacedValues = Schemas['PlacedValues'];
export type CandidateList = Schemas['CandidateList'];
export type ShapeChange = Schemas['ShapeChange'];
export type SourceHealth = Schemas['SourceHealth'];
export type SourcePlace = Schemas['SourcePlace'];
export type SourceStanding = Schemas['SourceStanding'];
export type SumSearch = Schemas['SumSearch'];
export type System = Schemas['System'];
export type SystemCheck = Schemas['SystemCheck'];
export type Condition = Schemas['Condition'];
export type CurrencyProof = Schemas['CurrencyProof'];
export type Approval = Schemas['Approval'];
export type ApprovalCount = Schemas['ApprovalCount'];
export type ApprovalKind = Schemas['ApprovalKind'];
export type ApprovalStatus = Schemas['ApprovalStatus'];
export type Decision = Schemas['Decision'];
export type FourEyes = Schemas['FourEyes'];
export type WaitingApproval = Schemas['WaitingApproval'];
export type DecisionKind = Schemas['DecisionKind'];
export type Delivery = Schemas['Delivery'];
export type Density = Schemas['Density'];
export type Distance = Schemas['Distance'];
export type DoorProof = Schemas['DoorProof'];
export type Entry = Schemas['Entry'];
export type Evidence = Schemas['Evidence'];
export type FacetCount = Schemas['FacetCount'];
export type FileChoices = Schemas['FileChoices'];
export type FileOrigin = Schemas['FileOrigin'];
export type FileProblem = Schemas['FileProblem'];
export type FetchedFile = Schemas['FetchedFile'];
export type FileTable = Schemas['FileTable'];
export type FieldDifference = Schemas['FieldDifference'];
export type FieldPreview = Schemas['FieldPreview'];
export type FieldValue = Schemas['FieldValue'];
export type InspectedColumn = Schemas['InspectedColumn'];
export type Inspection = Schemas['Inspection'];
export type Invitation = Schemas['Invitation'];
export type InvitationSeen = Schemas['InvitationSeen'];
export type KindTotal = Schemas['KindTotal'];
export type LinkDue = Schemas['LinkDue'];
export type LiveEvent = Schemas['LiveEvent'];
export type MatchDetail = Schemas['MatchDetail'];
export type MatchRow = Schemas['MatchRow'];
export type MatchStatus = Schemas['MatchStatus'];
export type Me = Schemas['Me'];
export type NewDecision = Schemas['NewDecision'];
export type OfferedChoice = Schemas['OfferedChoice'];
export type PassYield = Schemas['PassYield'];
export type OwnCandidate = Schemas['OwnCandidate'];
export type Person = Schemas['Person'];
export type PersonDetail = Schemas['PersonDetail'];
export type NewPlace = Schemas['NewPlace'];
export type PlaceTrial = Schemas['PlaceTrial'];
export type Presence = Schemas['Presence'];
export type Problem = Schemas['Problem'];
export type Profile = Schemas['Profile'];
export type Proof = Schemas['Proof'];
export type Proposal = Schemas['Proposal'];
export type ProposedField = Schemas['ProposedField'];
export type ProposedPass = Schemas['ProposedPass'];
export type Question = Schemas['Question'];
export type Reconciliation = Schemas['Reconciliation'];
export type RejectedLine = Schemas['RejectedLine'];
export type Members = Schemas['Members'];
export type Role = Schemas['Role'];
export type RoleName = Schemas['RoleName'];
export type Roles = Schemas['Roles'];
export type RuleChange = Schemas['RuleChange'];
export type RuleFault = Schemas['RuleFault'];
export type Run = Schemas['Run'];
export type RunStage = Schemas['RunStage'];
export type MatchRate = Schemas['MatchRate'];
export type RunSummary = Schemas['RunSummary'];
export type Passkey = Schemas['Passkey'];
export type PasskeyAsked = Schemas['PasskeyAsked'];
export type PasskeySigned = Schemas['PasskeySigned'];
export type PasskeyAdded = Schemas['PasskeyAdded'];
export type SecondFactorDue = Schemas['SecondFactorDue'];
export type SessionSeen = Schemas['Session'];
export type Side = Schemas['Side'];
export type ServerProcess = Schemas['ServerProcess'];
export type SignedIn = Schemas['SignedIn'];
export type StoredFile = Schemas['File'];
export type Taken = Schemas['Taken'];
export type Theme = Schemas['Theme'];
export type WhyNot = Schemas['WhyNot'];
export type Workspace = Schemas['Workspace'];
export type Yields = Schemas['Yields'];

/** What the pages ask for before they offer it; the server decides again. */
export type Permission =
  | 'read:work'
  | 'upload:files'
  | 'write:sources'
  | 'write:reconciliations'
  | 'write:members'
  | 'require:approvals'
  | 'publish:rules'
  | 'run:reconciliations'
  | 'decide:breaks'
  | 'comment:breaks'
  | 'approve:decisions'
  | 'read:audit'
  | 'read:people'
  | 'write:people'
  | 'write:roles'
  | 'write:keys'
  | 'read:system'
  | 'write:workspaces';
