/** The messages between Office.js and Excel, as Office.js writes them. */

export enum PathType {
  Root = 1,
  NewObject = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  ReferenceId = 6,
  NullObject = 7,
}

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** In the places of arguments that are objects: the ids of their paths. */
  ReferencedObjectPathIds?: PathReference[];
}

export type PathReference = number | null | PathReference[];

export interface ObjectPathInfo {
  Id: number;
  ObjectPathType: PathType;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

export interface BatchRequest {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPathInfo>;
}

export interface BatchResponse {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** A request from the add-in's page, and the answer to it. */
/** Bits of a request's flags. */
export const RequestFlag = { delayForCellEdit: 64 } as const;

export interface RequestMessage {
  id: number;
  type: 1;
  flags: number;
  message: { url: string; body: BatchRequest | string };
}

export interface ResponseMessage {
  id: number;
  type: 2;
  message: { statusCode: number; headers: Record<string, string>; body: string };
}

/** What Excel tells the page without being asked: function calls, ribbon actions, events. */
export interface HostMessageEntry {
  messageCategory: number;
  messageType: number;
  targetId: string;
  message: string;
  id?: number | string;
}

export const MessageCategory = { customFunction: 1, event: 65536 } as const;

export const CustomFunctionMessage = { invoke: 1000, cancel: 1001 } as const;
