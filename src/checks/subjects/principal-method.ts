/** How every question about principals is answered, for the page of a check. */
export const principalMethod =
  'For every user and role it is worked out whether such a request is allowed in an audited Region, by all its policies with their conditions, its boundary and the ' +
  'policies of the organization. An administrator, who may change its own policies, is told apart: only policies of others bind it. Where service ' +
  'control policies could not be read, the finding says that they may still prevent it.';
