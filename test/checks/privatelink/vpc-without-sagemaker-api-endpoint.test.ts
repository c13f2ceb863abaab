import check from '../../../src/checks/privatelink/vpc-without-sagemaker-api-endpoint.ts';
import { missingEndpointScenarios } from '../../support/missing-endpoint-scenarios.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, missingEndpointScenarios('sagemaker.api', 'sagemaker.runtime', 'PL-1'));
