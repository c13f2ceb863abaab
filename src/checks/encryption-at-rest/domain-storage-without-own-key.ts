import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { domainSubjects } from '../subjects/domain-subjects.ts';
import { ownKeyVerdict } from '../subjects/own-key-verdict.ts';

export default defineCheck({
  id: 'domain-storage-without-own-key',
  title: 'Storage of a Studio domain has no KMS key of yours',
  severity: 'medium',
  family: 'encryption-at-rest',
  requirements: [],
  controls: [],
  description:
    'The file system of a domain and the volumes of its spaces hold the work of all its users. They are always encrypted, unless told otherwise with a key ' +
    'that AWS manages; with a KMS key of your own you decide who may use it, see each use in CloudTrail, and can end all of them at once.',
  remediation:
    'The key cannot be changed: create a new domain with `--kms-key-id`, move the home folders of the users, and delete the old domain.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-studio.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html#sagemaker-CreateDomain-request-KmsKeyId',
  ],
  needs: ['domains'],
  resources: ({ domains, scope }) => domainSubjects(domains, scope),
  evaluate: (domain) =>
    ownKeyVerdict({
      key: need(domain.detail).KmsKeyId,
      source: 'sagemaker:DescribeDomain',
      path: 'KmsKeyId',
      what: 'storage of the domain',
    }),
});
