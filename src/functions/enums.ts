/** Choices that Excel offers as drop-downs while a formula is typed. Other names may be typed as well. */

/**
 * Which patients of a month are active.
 * @customenum {string}
 */
export enum BillingBasis {
  /** Average of opening and closing patients. */
  Average = "average",
  /** Closing patients. */
  Closing = "closing",
  /** Opening patients less those lost. */
  Retained = "retained",
}

/**
 * How minutes spread over patients of the same mean.
 * @customenum {string}
 */
export enum Spread {
  /** Gamma: the usual shape of service minutes. */
  Gamma = "gamma",
  /** Lognormal: a longer tail of patients who need much time. */
  Lognormal = "lognormal",
}

/**
 * The usual virtual-care programs.
 * @customenum {string}
 */
export enum Program {
  /** Chronic care management */
  CCM = "CCM",
  /** Remote patient monitoring */
  RPM = "RPM",
  /** Behavioral health integration */
  BHI = "BHI",
  /** Advanced primary care management */
  APCM = "APCM",
  /** Principal care management */
  PCM = "PCM",
}

/**
 * Where a service is given, or who bills it.
 * @customenum {string}
 */
export enum Setting {
  /** Office, clinic or home: the usual amount. */
  Nonfacility = "nonfacility",
  /** Hospital or another facility. */
  Facility = "facility",
  /** Rural health clinic or federally qualified health center: the national amount, without geography. */
  RhcFqhc = "rhc/fqhc",
}

/**
 * Models of shared savings in the book.
 * @customenum {string}
 */
export enum SharedSavingsModel {
  /** One-sided */
  BasicA = "MSSP BASIC A",
  /** One-sided */
  BasicB = "MSSP BASIC B",
  /** Losses up to 2% of revenue or 1% of the benchmark */
  BasicC = "MSSP BASIC C",
  /** Losses up to 4% of revenue or 2% of the benchmark */
  BasicD = "MSSP BASIC D",
  /** Losses up to 8% of revenue or 4% of the benchmark */
  BasicE = "MSSP BASIC E",
  /** Losses by quality, up to 15% of the benchmark */
  Enhanced = "MSSP ENHANCED",
}

/**
 * Models of risk bands in the book.
 * @customenum {string}
 */
export enum RiskBandModel {
  /** Until 2026-12-31 */
  ReachGlobal = "ACO REACH Global",
  /** Until 2026-12-31 */
  ReachProfessional = "ACO REACH Professional",
  /** From 2027-01-01 */
  LeadGlobal = "LEAD Global",
  /** From 2027-01-01 */
  LeadProfessional = "LEAD Professional",
}

/**
 * Tracks of ACCESS.
 * @customenum {string}
 */
export enum Track {
  /** Early cardio-kidney-metabolic conditions */
  ECKM = "eCKM",
  /** Cardio-kidney-metabolic conditions */
  CKM = "CKM",
  /** Musculoskeletal conditions */
  MSK = "MSK",
  /** Behavioral health */
  BH = "BH",
}

/**
 * Which twelve months of a patient's care.
 * @customenum {string}
 */
export enum CarePeriod {
  /** The first twelve months */
  Initial = "initial",
  /** Later twelve months */
  FollowOn = "follow-on",
}

/**
 * Which end of the evidence counts.
 * @customenum {string}
 */
export enum Evidence {
  /** The cautious end */
  Low = "low",
  /** What the strongest design expects */
  Expected = "expected",
  /** The hopeful end */
  High = "high",
}

/**
 * A line of the monthly statement.
 * @customenum {string}
 */
export enum Line {
  Referrals = "Referrals",
  OpeningPatients = "Opening patients",
  LostToDischarge = "Lost to discharge",
  LostToDisengagement = "Lost to disengagement",
  LostToBenefitChange = "Lost to benefit change",
  LostToAdverseEvent = "Lost to adverse event",
  LostToEarlyDropOff = "Lost to early drop-off",
  LostPatients = "Lost patients",
  NewPatients = "New patients",
  ClosingPatients = "Closing patients",
  WaitingPatients = "Waiting patients",
  ActivePatients = "Active patients",
  CareTeamUnits = "Care team units",
  UtilizationRate = "Utilization rate",
  RealizationRate = "Realization rate",
  BillablePatients = "Billable patients",
  ClaimSuccessRate = "Claim success rate",
  PaidClaims = "Paid claims",
  AllowedPppm = "Allowed PPPM",
  PotentialRevenue = "Potential revenue",
  AllowedRevenue = "Allowed revenue",
  BadDebt = "Bad debt",
  CashCollected = "Cash collected",
  Receivable = "Receivable",
  CareTeamCost = "Care team cost",
  TechnologyCost = "Technology cost",
  OverheadAndComplianceCost = "Overhead and compliance cost",
  TotalCost = "Total cost",
  Margin = "Margin",
  MarginRate = "Margin rate",
  CumulativeCash = "Cumulative cash",
  RevenuePppm = "Revenue PPPM",
  ExpensePmpm = "Expense PMPM",
  MarginPppm = "Margin PPPM",
}

/**
 * What a triangle of claims adds up.
 * @customenum {string}
 */
export enum TriangleBy {
  /** Amounts paid. */
  Paid = "Paid",
  /** Amounts allowed. */
  Allowed = "Allowed",
  /** Claims decided: patients’ months. */
  Claims = "Claims",
}
