/** Version of the reading rules; raised with every change that may change a reading. */
export const version = '0.1.0'
