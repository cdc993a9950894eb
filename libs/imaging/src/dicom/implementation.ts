/** Names this software in the head of every DICOM file that it writes: a UUID as a UID, drawn once. @see DICOM PS3.5 B.2. */
export const IMPLEMENTATION_UID = '2.25.121706124544564909246953570595691927885';
