/** The sections of kinds that may run on several instances, which talk to each other. */
export const clusterSections = [
  'trainingJobs',
  'processingJobs',
  'hyperParameterTuningJobs',
  'autoMLJobs',
  'dataQualityJobDefinitions',
  'modelBiasJobDefinitions',
  'modelExplainabilityJobDefinitions',
  'modelQualityJobDefinitions',
  'monitoringSchedules',
] as const;
