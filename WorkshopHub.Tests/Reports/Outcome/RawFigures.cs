using System.Globalization;
using WorkshopHub.Web.Activities.Pulses;
using Row = System.Collections.Generic.IDictionary<string, object?>;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>The figures of a report worked out another way: whole tables, filtered and counted here, without a line of the report's SQL.</summary>
internal sealed class RawFigures
{
    private readonly FinishedDemo _demo;
    private readonly long _programme;
    private readonly List<Row> _sets;
    private readonly List<Row> _members;
    private readonly List<Row> _workshops;
    private readonly List<Row> _activities;

    /// <summary>Value and n of each figure by its key.</summary>
    public Dictionary<string, (double? Value, long? N)> All { get; } = [];

    public RawFigures(FinishedDemo demo, long programme)
    {
        (_demo, _programme) = (demo, programme);
        _sets = [.. demo.Rows("sets").Where(set => Long(set, "programme_id") == programme)];
        _members = [.. demo.Rows("membership").Where(one => IsOfSet(one) && one["left_at"] is null)];
        _workshops = [.. demo.Rows("workshop").Where(one => Long(one, "programme_id") == programme)];
        _activities = [.. demo.Rows("activity").Where(one => _workshops.Exists(workshop => Is(workshop, "id", one["workshop_id"])))];
        Work();
        Outcomes();
        Doors();
        Learned();
        Together();
        Help();
    }

    private void Work()
    {
        var units = Table("person").Where(one => _members.Exists(member => Is(member, "person_id", one["id"]))).Select(one => one["org_unit_id"]).OfType<long>().Distinct().Count();
        (All["sets"], All["people"], All["units"]) = ((_sets.Count, null), (_members.Count, null), (units, null));
        var meetings = Table("set_meeting").Where(one => IsOfSet(one) && Text(one, "state") != "Cancelled").ToList();
        All["meetings-held"] = (meetings.Count(one => Text(one, "state") == "Held"), meetings.Count);
        All["meetings-planned"] = (meetings.Count, meetings.Count);
        All["meetings-moved"] = (meetings.Count(one => Text(one, "date") != Text(one, "first_date")), meetings.Count);
        var actions = Table("set_action").Where(IsOfSet).ToList();
        var rest = new[] { ("done", "Done"), ("partly", "Partly"), ("not-done", "NotDone"), ("dropped", "Dropped"), ("open", "Agreed") }
            .Select(one => (Key: one.Item1, Count: actions.Count(action => Text(action, "state") == one.Item2))).OrderBy(one => one.Count).ToList();
        var small = rest.Where(one => one.Count is > 0 and < 5).ToList();
        var together = small.Count > 0 && small.Sum(one => one.Count) < 5 ? [.. small, .. rest.Where(one => one.Count >= 5).Take(1)] : small;
        foreach (var (key, count) in rest.Except(together))
        {
            All[$"actions-{key}"] = (count, actions.Count);
        }

        var isDoneTold = !together.Exists(one => one.Key == "done");
        if (!isDoneTold)
        {
            All["actions-done"] = (null, actions.Count);
        }

        if (together.Count > 0)
        {
            All["actions-otherwise"] = (together.Sum(one => one.Count), actions.Count);
        }

        All["actions-agreed"] = (actions.Count, actions.Count);
        var reports = Table("set_action_report");
        var days = actions.Where(one => Text(one, "state") == "Done").Select(action =>
        {
            var last = reports.Where(one => Is(one, "action_id", action["id"]) && Text(one, "state") == "Done").MaxBy(one => Long(one, "round"))!;
            var told = meetings.FirstOrDefault(one => Is(one, "id", last["meeting_id"])) is { } meeting ? Day(meeting, "date") : Moment(last, "created_at");
            return (double)(told.DayNumber - Day(action, "agreed_on").DayNumber);
        }).Order().ToList();
        All["days-to-done"] = (days.Count < 5 ? null : Middle(days), isDoneTold ? days.Count : null);
        var guests = Table("guest_invitation").Where(one => IsOfSet(one) && Text(one, "state") != "TakenBack").ToList();
        All["guests-asked"] = (guests.Count, guests.Count);
        All["guests-came"] = (guests.Count(one => Text(one, "state") == "Coming"
            && meetings.Exists(meeting => Is(meeting, "id", one["meeting_id"]) && Text(meeting, "state") == "Held")), guests.Count);
        var decided = Table("decision").Where(one => IsOfSet(one) && one["gone_at"] is null).ToList();
        All["decided-own"] = (decided.Count(one => Text(one, "ground") == "OwnAuthority"), decided.Count);
        All["decided-asked"] = (decided.Count(one => Text(one, "ground") == "AskedWhom"), decided.Count);
    }

    private void Outcomes()
    {
        var final = _workshops.Where(one => Text(one, "kind") == "Final").MaxBy(one => Text(one, "date"));
        var told = Table("outcome").Where(one => final is not null && Is(one, "workshop_id", final["id"])
            && Table("report_turn").Any(turn => Is(turn, "outcome_id", one["id"]) && turn["tell_at"] is not null)).ToList();
        var asked = told.Where(one => Text(one, "asked").Length > 0).ToList();
        var answered = asked.Count(one => Table("outcome_answer").Any(answer => Is(answer, "outcome_id", one["id"])));
        All["decisions-asked"] = (told.Count == 0 ? null : asked.Count, asked.Count == 0 ? null : asked.Count);
        All["decisions-answered"] = (answered, asked.Count);
        All["decisions-waiting"] = (asked.Count - answered, asked.Count);
        All["reports-told"] = (told.Count == 0 ? null : told.Count, Table("programme").Any(one => Is(one, "id", _programme) && Text(one, "format") == "OwnProblem") ? _members.Count : _sets.Count);
        var (known, confirmed) = (0, 0);
        foreach (var measure in Table("measure").Where(IsOfSet))
        {
            var reading = Table("measure_reading").Where(one => Is(one, "measure_id", measure["id"]) && one["gone_at"] is null)
                .OrderBy(one => Text(one, "date")).ThenBy(one => Long(one, "id")).LastOrDefault();
            var now = (double?)(measure["result"] ?? reading?["value"]);
            var days = Table("measure_reading").Where(one => Is(one, "measure_id", measure["id"]) && one["gone_at"] is null).Select(one => Text(one, "date")).ToList();
            var times = days.Count + (measure["result"] is not null && !days.Contains(measure["result_date"] as string ?? "") ? 1 : 0);
            All[$"measure-{measure["id"]}-before"] = ((double?)measure["baseline"], measure["baseline"] is null ? null : 1);
            All[$"measure-{measure["id"]}"] = (now, now is null ? null : times);
            known += now is null ? 0 : 1;
            confirmed += now is not null && measure["client"] as string == "Confirmed" ? 1 : 0;
        }

        All["measures-confirmed"] = (confirmed, known);
        var promises = Table("commitment").Where(one => final is not null && _activities.Exists(activity => Is(activity, "id", one["activity_id"]) && Is(activity, "workshop_id", final["id"]))).ToList();
        All["promises"] = (promises.Count, promises.Count);
        All["promises-witnessed"] = (promises.All(one => one["witness_says"] is null) ? null : Told(promises.Count(one => one["witness_says"] as string == "Yes"), promises.Count), promises.Count);
        var said = promises.Count(one => Text(one, "state") != "Agreed");
        All["promises-kept"] = (said < 5 ? null : Told(promises.Count(one => Text(one, "state") is "Done" or "Partly"), said), said);
        var hands = Carried("Volunteer").Select(one => one["person_id"]).OfType<long>().Distinct().Count();
        All["volunteers"] = (hands == 0 ? null : hands, null);
    }

    /// <summary>A count of people; null where it, or what it leaves of them, is one to four.</summary>
    private static double? Told(int count, int of) => count is > 0 and < 5 || (of - count is > 0 and < 5) ? null : count;

    private void Doors()
    {
        var doors = Table("door_request").Where(one => IsOfSet(one) && Text(one, "state") != "TakenBack").ToList();
        All["doors-asked"] = (doors.Count, doors.Count);
        All["doors-opened"] = (doors.Count(one => Text(one, "state") == "Opened"), doors.Count);
        All["doors-waiting"] = (doors.Count(one => Text(one, "state") is "Asked" or "Accepted"), doors.Count);
        All["doors-not-possible"] = (doors.Count(one => Text(one, "state") == "NotPossible"), doors.Count);
        var days = doors.Where(one => Text(one, "state") == "Opened").Select(one => (double)(Moment(one, "closed_at").DayNumber - Moment(one, "asked_at").DayNumber)).Order().ToList();
        All["days-to-open"] = (days.Count < 5 ? null : Middle(days), days.Count);
    }

    private void Learned()
    {
        var shared = Table("share").Where(one => IsOfSet(one) && Text(one, "kind") == "Reflection"
            && one["shared_at"] is not null && one["withdrawn_at"] is null && Says("reflection_asked", "reflection_id", one["thing_id"]) != "No"
            && (Text(one, "audience") == "Organisation" || (Text(one, "audience") == "Programme" && Says("reflection_asked", "reflection_id", one["thing_id"]) == "Yes"
                && (one["owner_id"] is not null || Table("reflection_asked").Any(asked => Is(asked, "reflection_id", one["thing_id"]) && asked["second_by"] is not null))))).Select(one => one["thing_id"]).Distinct().Count();
        var sheets = Table("sheet").Count(one => IsOfSet(one) && Text(one, "kind") == "Learning" && Text(one, "state") == "Gone");
        var posts = Table("share").Where(one => IsOfSet(one) && Text(one, "kind") == "Post" && Text(one, "audience") == "Organisation" && one["shared_at"] is not null && one["withdrawn_at"] is null)
            .Select(one => Text(one, "thing_id")).Concat(Table("quote_asked").Where(one => one["says"] as string == "Yes" && OfProgramme(Text(one, "post_id"))).Select(one => Text(one, "post_id")))
            .Distinct().Where(id => Says("quote_asked", "post_id", id) != "No").Count(id => Table("post").Any(post => Text(post, "id") == id && Text(post, "state") == "Shown" && Text(post, "kind") == "Learning"));
        All["learnings-released"] = (shared + sheets + posts, shared + sheets + posts);
        foreach (var (key, target) in new[] { ("learnings-kept", "Learning"), ("ideas-kept", "ProposedProblem") })
        {
            var kept = Carried(target).Count(one => Table("dot").Any(dot => Is(dot, "activity_id", one["activity_id"]) && Text(dot, "item") == Text(one, "source")));
            All[key] = (kept, kept);
        }

        var goals = Table("developmental_goal").Where(one => one["ended_at"] is null && _members.Exists(member => Is(member, "id", one["membership_id"]))).ToList();
        All["goals-set"] = (goals.Count, _members.Count);
        All["goals-agreed"] = (Told(goals.Count(one => one["agreed_at"] is not null), goals.Count), goals.Count);
        var ever = Table("membership").Where(IsOfSet).ToList(); // who left has said it too
        foreach (var moment in Table("self_rating").Where(one => ever.Exists(member => Is(member, "id", one["membership_id"]))).GroupBy(one => Text(one, "moment")))
        {
            All[$"goal-{moment.Key}"] = moment.Count() < 5 ? (null, null) : ((double)Math.Round(moment.Average(one => (decimal)Long(one, "value")), 1, MidpointRounding.AwayFromZero), moment.Count());
        }
    }

    private string? Says(string table, string column, object? thing) => Table(table).FirstOrDefault(one => Is(one, column, thing))?["says"] as string;

    private bool OfProgramme(string post) => Table("post").Any(one => Text(one, "id") == post && _activities.Exists(activity => Is(activity, "id", one["activity_id"])));

    private void Together()
    {
        var answers = Table("pulse_answer").Where(one => _activities.Exists(activity => Is(activity, "id", one["activity_id"]))).ToList();
        foreach (var (number, statement) in PulseStatement.Standard.Index())
        {
            var times = answers.Where(one => Text(one, "statement") == statement.Key).GroupBy(one => DateOf(one["activity_id"])).OrderBy(time => time.Key, StringComparer.Ordinal)
                .Select(time => ((double)Math.Round(time.Average(one => (decimal)Long(one, "value")), 1, MidpointRounding.AwayFromZero), (long?)time.Count())).ToList();
            if (times.Count > 0)
            {
                All[$"pulse-{number + 1}"] = times[^1];
            }

            if (times.Count > 1)
            {
                All[$"pulse-{number + 1}-then"] = times[0];
            }
        }

        var times2 = Table("connection").Where(one => _activities.Exists(activity => Is(activity, "id", one["activity_id"])))
            .GroupBy(one => one["activity_id"]).OrderBy(time => DateOf(time.Key), StringComparer.Ordinal).ToList();
        string[] keys = times2.Count > 1 ? ["-then", "-now"] : ["-now"];
        foreach (var (time, key) in times2.Zip(keys))
        {
            Connections(time.Key!, [.. time], key);
        }
    }

    private void Connections(object activity, List<Row> ties, string key)
    {
        var unit = Table("person").ToDictionary(one => Long(one, "id"), one => one["org_unit_id"] as long?);
        var seats = Table("participant").ToDictionary(one => Long(one, "id"), one => one["person_id"] as long?);
        var people = _members.Select(one => Long(one, "person_id")).Concat(ties.Select(one => Long(one, "from_id"))).Distinct().ToList();
        var asked = Table("answered").Where(one => Is(one, "activity_id", activity)).Select(one => seats[Long(one, "participant_id")]).OfType<long>()
            .Concat(ties.Select(one => Long(one, "from_id"))).Distinct().Where(people.Contains).ToList();
        var possible = asked.Sum(from => people.Count(to => to != from && unit[to] != unit[from]));
        var counted = ties.Where(one => people.Contains(Long(one, "to_id")) && unit[Long(one, "from_id")] != unit[Long(one, "to_id")]).ToList();
        All["ring" + key] = (Math.Round(100.0 * counted.Count(one => Long(one, "strength") == 3) / possible, 1), possible);
        All["talked" + key] = (Math.Round(100.0 * counted.Count(one => Long(one, "strength") >= 2) / possible, 1), possible);
    }

    private void Help()
    {
        var hidden = Table("offer").Where(one => Text(one, "state") != "Shown").Select(one => one["id"]).ToHashSet();
        var matches = Table("offer_match").Where(one => _activities.Exists(activity => Is(activity, "id", one["activity_id"]))
            && !hidden.Contains(one["request_id"]) && !hidden.Contains(one["offer_id"])).ToList();
        All["matches"] = (matches.Count, matches.Count);
        All["matches-happened"] = (matches.Count(one => Text(one, "state") == "Happened"), matches.Count);
        var months = matches.Select(one => one["months_saved"] as long?).OfType<long>().ToList();
        All["months-saved"] = (months.Count == 0 ? null : months.Sum(), months.Count);
    }

    private readonly Dictionary<string, IReadOnlyList<Row>> _tables = [];

    private IReadOnlyList<Row> Table(string table) => _tables.TryGetValue(table, out var rows) ? rows : _tables[table] = _demo.Rows(table);

    private IEnumerable<Row> Carried(string target) => Table("carried").Where(one => Text(one, "target") == target && Text(one, "state") != "Undone"
        && _activities.Exists(activity => Is(activity, "id", one["activity_id"])));

    private string DateOf(object? activity) => Text(_workshops.First(workshop => Is(workshop, "id", _activities.First(one => Is(one, "id", activity))["workshop_id"])), "date");

    private bool IsOfSet(Row row) => _sets.Exists(set => Is(set, "id", row["set_id"]));

    private static bool Is(Row row, string column, object? value) => value is not null && Equals(row[column], value);

    private static long Long(Row row, string column) => (long)row[column]!;

    private static string Text(Row row, string column) => (string)row[column]!;

    private static DateOnly Day(Row row, string column) => DateOnly.Parse(Text(row, column), CultureInfo.InvariantCulture);

    private static DateOnly Moment(Row row, string column) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
        DateTimeOffset.Parse(Text(row, column), CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);

    private static double? Middle(List<double> sorted) => sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
