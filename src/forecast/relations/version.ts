/** Changes with the models of `models/relations` and with how they are asked. */
export const modelVersion = 'relations-2'
