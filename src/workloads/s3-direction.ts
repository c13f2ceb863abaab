/**
 * Does a field name a place in S3 that SageMaker writes to? Told by the field's path: outputs, captures, checkpoints, profiles, offline stores;
 * what a job reads of an endpoint's captures is an input, although its field says "destination".
 */
export function isWrittenTo(path: string): boolean {
  return !/Input/.test(path) && /Output|Destination|FailurePath|ModelArtifacts|CheckpointConfig|OfflineStoreConfig/.test(path);
}
