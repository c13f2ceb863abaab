/** Every List of SageMaker gives a hundred at most, and ten unless asked for more. */
export const sagemakerPageSize = 100;
