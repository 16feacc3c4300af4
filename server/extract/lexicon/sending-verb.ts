/** Verbs by which people act for whoever leads, sends or employs them. */
export const SENDS =
  /^(lead|command|head|send|employ|deploy|hire|control|run|dominate|form|found|appoint|elect|organi[sz]e|own|operate|name|rule|govern|represent)$/;
