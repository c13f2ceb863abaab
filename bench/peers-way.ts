import { DescribeTrainingJobCommand, ListTagsCommand, paginateListTrainingJobs, SageMakerClient } from '@aws-sdk/client-sagemaker';
import pMap from 'p-map';

/**
 * Reads training jobs as others do: the list, and for each job a description and its tags. With the largest pages, though, which they do not ask
 * for.
 */
export async function peersWay(endpoint: string, region: string): Promise<void> {
  const client = new SageMakerClient({ endpoint, region });
  for await (const { TrainingJobSummaries = [] } of paginateListTrainingJobs({ client, pageSize: 100 }, {})) {
    await pMap(
      TrainingJobSummaries,
      async ({ TrainingJobName, TrainingJobArn }) => {
        await client.send(new DescribeTrainingJobCommand({ TrainingJobName }));
        await client.send(new ListTagsCommand({ ResourceArn: TrainingJobArn }));
      },
      { concurrency: 16 },
    );
  }
  client.destroy();
}
