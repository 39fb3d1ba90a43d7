/// The files behind scenarios/verification, one line for each; a test finds a missing one.
extension VerificationScenarios {
  /// The scenarios by the names of their cases.
  static let scenarios: [(id: String, bytes: [UInt8])] = [
    ("A-MM1-0.8", PackageResources.A_MM1_0_8_yaml),
    ("A-MM1-0.9", PackageResources.A_MM1_0_9_yaml),
    ("B-MM10-8", PackageResources.B_MM10_8_yaml),
    ("B-MM2-1.6", PackageResources.B_MM2_1_6_yaml),
    ("B-MM3-2.7", PackageResources.B_MM3_2_7_yaml),
    ("C-MM3K10-2.7", PackageResources.C_MM3K10_2_7_yaml),
    ("D-MG1-E4-0.7", PackageResources.D_MG1_E4_0_7_yaml),
    ("D-MG1-H2-scv4-0.7", PackageResources.D_MG1_H2_scv4_0_7_yaml),
    ("D-MG1-LN-cv1.5-0.7", PackageResources.D_MG1_LN_cv1_5_0_7_yaml),
    ("E-MD1-0.8", PackageResources.E_MD1_0_8_yaml),
    ("F-MD5-0.8", PackageResources.F_MD5_0_8_yaml),
    ("H-DM2-0.8", PackageResources.H_DM2_0_8_yaml),
    ("J-COB3-MM1", PackageResources.J_COB3_MM1_yaml),
    ("J-DISC-0.8-fifo", PackageResources.J_DISC_0_8_fifo_yaml),
    ("J-DISC-0.8-lifo", PackageResources.J_DISC_0_8_lifo_yaml),
    ("J-DISC-0.8-random", PackageResources.J_DISC_0_8_random_yaml),
    ("K-FB", PackageResources.K_FB_yaml),
    ("K-TAND3", PackageResources.K_TAND3_yaml),
    ("O-MXM1-const-3", PackageResources.O_MXM1_const_3_yaml),
    ("S-GATE-MM1x4-0.7", PackageResources.S_GATE_MM1x4_0_7_yaml),
    ("S-GATE-MM4-2.8", PackageResources.S_GATE_MM4_2_8_yaml),
    ("U-JSQ2-0.8", PackageResources.U_JSQ2_0_8_yaml),
    ("X-DET", PackageResources.X_DET_yaml),
    ("X-MM1-n20", PackageResources.X_MM1_n20_yaml),
  ]

  /// Data files that scenarios name, with their folders.
  static let data: [(path: String, bytes: [UInt8])] = []
}
