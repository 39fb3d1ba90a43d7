/// The procedures that come with the program: how a truck visits a zone, and what follows from it.
///
/// Each is a file of its own beside this one, with the source of each rule in a comment. A scenario
/// replaces one by writing a procedure of the same name, or by copying the file and naming the copy.
/// Whoever uses them provides what `attributes` declares, the assumptions as values, and for each
/// flow the parameters of ``flowParameters``.
public enum ShippedProcedures {
  /// The attributes and documents that the procedures use: a mapping with the key `attributes`, and
  /// with `shared attributes` for those that companions share.
  public static let attributes = text(PackageResources.attributes_yaml)

  /// What the procedures need beside the assumptions: names of places and procedures, and what
  /// holds for a flow.
  ///
  /// `gate`: the gate's name. `reply`: `reply in lane` or `reply in turn-out`. `inspection`: `inspect`
  /// or, without a yard, `inspect at gate`. `look`: `spot check` or `spot check at gate`. `declaring` and
  /// `sampling`: `declare shipment` and `sample and test`, or under rules of inspection modes `declare
  /// goods` and `sample goods`. `mode`: the mode's word, for names of measures. `declares`:
  /// a word, or the firms' words as `firm(NAME = monthly, …)`. `status`: a law of bonded and
  /// non-bonded. `trucks per declaration`: a number. For visits with movements `documents per truck`:
  /// a number, `split release`: 0 or 1, and the switches, each a share or shares by firm. `temperature`:
  /// ambient, chilled or frozen, or these by `goods class`; `chilled store`, `frozen store`: the station
  /// of these goods. `sample transport`: the way of a sample to its laboratory. What is done while a
  /// system is out, each a procedure or `nothing`: ``outageParameters``.
  public static let flowParameters = [
    "gate", "reply", "inspection", "look", "declaring", "sampling", "mode", "declares", "status",
    "trucks per declaration",
    "documents per truck", "split release", "advance declaration", "four-self-one-simplification",
    "temperature", "chilled store", "frozen store", "sample transport",
  ]

  /// What trucks go through while a system is out: each names a procedure, or is `nothing`.
  public static let outageParameters = [
    "without single window", "papers without single window", "without power", "without network",
    "without recognition", "without scale", "before the lane", "cars without power",
  ]

  /// The procedures a flow may begin with.
  public static let visits = [
    "goods visit", "car visit", "enter first test later", "test before entry", "visit",
  ]

  /// Every procedure: its name and the text of its file, a mapping with `procedure` and `steps`.
  public static let all: [(name: String, text: String)] = [
    ("goods visit", PackageResources.goods_visit_yaml),
    ("car visit", PackageResources.car_visit_yaml),
    ("enter first test later", PackageResources.enter_first_test_later_yaml),
    ("test before entry", PackageResources.test_before_entry_yaml),
    ("measure truck", PackageResources.measure_truck_yaml),
    ("declare shipment", PackageResources.declare_shipment_yaml),
    ("look up hit rate", PackageResources.look_up_hit_rate_yaml),
    ("get papers", PackageResources.get_papers_yaml),
    ("pass gate", PackageResources.pass_gate_yaml),
    ("compare", PackageResources.compare_yaml),
    ("reply in lane", PackageResources.reply_in_lane_yaml),
    ("reply in turn-out", PackageResources.reply_in_turn_out_yaml),
    ("answer", PackageResources.answer_yaml),
    ("inspect", PackageResources.inspect_yaml),
    ("inspect at gate", PackageResources.inspect_at_gate_yaml),
    ("spot check", PackageResources.spot_check_yaml),
    ("spot check at gate", PackageResources.spot_check_at_gate_yaml),
    ("look on the spot", PackageResources.look_on_the_spot_yaml),
    ("unpack", PackageResources.unpack_yaml),
    ("end inspection", PackageResources.end_inspection_yaml),
    ("detain goods", PackageResources.detain_goods_yaml),
    ("leave", PackageResources.leave_yaml),
    ("make slip", PackageResources.make_slip_yaml),
    ("declare together", PackageResources.declare_together_yaml),
    ("declare", PackageResources.declare_yaml),
    ("sample and test", PackageResources.sample_and_test_yaml),
    ("deal with failure", PackageResources.deal_with_failure_yaml),
    ("take sample", PackageResources.take_sample_yaml),
    ("send sample", PackageResources.send_sample_yaml),
    ("enter quarantine", PackageResources.enter_quarantine_yaml),
    ("leave quarantine", PackageResources.leave_quarantine_yaml),
    ("keep in store", PackageResources.keep_in_store_yaml),
    ("leave store", PackageResources.leave_store_yaml),
    ("begin warming", PackageResources.begin_warming_yaml),
    ("end warming", PackageResources.end_warming_yaml),
    ("unload cold goods", PackageResources.unload_cold_goods_yaml),
    ("note urgent goods", PackageResources.note_urgent_goods_yaml),
    ("check cold budget", PackageResources.check_cold_budget_yaml),
    ("visit", PackageResources.visit_yaml),
    ("cross gate", PackageResources.cross_gate_yaml),
    ("wait for papers", PackageResources.wait_for_papers_yaml),
    ("get form", PackageResources.get_form_yaml),
    ("file list", PackageResources.file_list_yaml),
    ("clear declaration", PackageResources.clear_declaration_yaml),
    ("await inspection", PackageResources.await_inspection_yaml),
    ("review declaration", PackageResources.review_declaration_yaml),
    ("follow goods", PackageResources.follow_goods_yaml),
    ("first line in", PackageResources.first_line_in_yaml),
    ("enter first", PackageResources.enter_first_yaml),
    ("two-step in", PackageResources.two_step_in_yaml),
    ("first line out", PackageResources.first_line_out_yaml),
    ("second line in", PackageResources.second_line_in_yaml),
    ("second line out", PackageResources.second_line_out_yaml),
    ("make batch slip", PackageResources.make_batch_slip_yaml),
    ("gather slip", PackageResources.gather_slip_yaml),
    ("batch in", PackageResources.batch_in_yaml),
    ("batch out", PackageResources.batch_out_yaml),
    ("settle pile", PackageResources.settle_pile_yaml),
    ("declare pile", PackageResources.declare_pile_yaml),
    ("by-status in", PackageResources.by_status_in_yaml),
    ("by-status out", PackageResources.by_status_out_yaml),
    ("audit later", PackageResources.audit_later_yaml),
    ("spot check by status", PackageResources.spot_check_by_status_yaml),
    ("spot check by status at gate", PackageResources.spot_check_by_status_at_gate_yaml),
    ("wait while out", PackageResources.wait_while_out_yaml),
    ("hold papers", PackageResources.hold_papers_yaml),
    ("check papers by hand", PackageResources.check_papers_by_hand_yaml),
    ("let papers through", PackageResources.let_papers_through_yaml),
    ("pass by hand", PackageResources.pass_by_hand_yaml),
    ("enter record", PackageResources.enter_record_yaml),
    ("type plates", PackageResources.type_plates_yaml),
    ("pass unweighed", PackageResources.pass_unweighed_yaml),
    ("weigh aside", PackageResources.weigh_aside_yaml),
    ("release goods", PackageResources.release_goods_yaml),
    ("unload", PackageResources.unload_yaml),
    ("come from the port", PackageResources.come_from_the_port_yaml),
    ("enter zone", PackageResources.enter_zone_yaml),
    ("declare goods", PackageResources.declare_goods_yaml),
    ("doubt", PackageResources.doubt_yaml),
    ("find", PackageResources.find_yaml),
    ("inspect goods", PackageResources.inspect_goods_yaml),
    ("unpack goods", PackageResources.unpack_goods_yaml),
    ("look at goods", PackageResources.look_at_goods_yaml),
    ("sample goods", PackageResources.sample_goods_yaml),
    ("draw sample", PackageResources.draw_sample_yaml),
    ("test sample", PackageResources.test_sample_yaml),
    ("deal with failed goods", PackageResources.deal_with_failed_goods_yaml),
    ("sample then release", PackageResources.sample_then_release_yaml),
    ("wait for result", PackageResources.wait_for_result_yaml),
    ("let units out", PackageResources.let_units_out_yaml),
    ("take unit out", PackageResources.take_unit_out_yaml),
    ("inspect at port", PackageResources.inspect_at_port_yaml),
    ("inspect in zone", PackageResources.inspect_in_zone_yaml),
    ("inspect at final place", PackageResources.inspect_at_final_place_yaml),
    ("inspect elsewhere", PackageResources.inspect_elsewhere_yaml),
    ("exempt on re-exit", PackageResources.exempt_on_re_exit_yaml),
    ("image first", PackageResources.image_first_yaml),
    ("spot checks", PackageResources.spot_checks_yaml),
  ].map { ($0.0, text($0.1)) }

  /// The names of all, in the same order.
  public static let names: [String] = all.map(\.name)

  /// The text of a procedure's file; nil for a name that is not shipped.
  public static func text(of procedure: String) -> String? {
    all.first { $0.name == procedure }?.text
  }

  /// The file name of a procedure, without its folder.
  public static func fileName(of procedure: String) -> String {
    procedure.split(separator: " ").joined(separator: "-") + ".yaml"
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
