/** The largest page of every list of Organizations. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html */
export const organizationsPageSize = 20;
