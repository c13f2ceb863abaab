import check from '../../../src/checks/privatelink/vpc-without-sagemaker-runtime-endpoint.ts';
import { missingEndpointScenarios } from '../../support/missing-endpoint-scenarios.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, missingEndpointScenarios('sagemaker.runtime', 'sagemaker.api', 'PL-2'));
