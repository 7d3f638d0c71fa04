/** Excel on the web takes batches, and gives answers, of 5 MB at most; the workbench takes no more than that anywhere. */
import type { BatchResponse } from './protocol';

export const LARGEST_PAYLOAD = 5 * 1024 * 1024;

export const payloadTooLarge = (of: 'Request' | 'Response'): BatchResponse => ({
  Results: [],
  TraceIds: [],
  Error: {
    Code: `${of}PayloadSizeLimitExceeded`,
    Message: `The ${of.toLowerCase()} payload size has exceeded the limit.`,
    Location: '',
    ActionIndex: 0,
    HttpStatusCode: 413,
  },
});
