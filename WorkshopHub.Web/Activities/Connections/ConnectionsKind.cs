using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>
/// Whom do I know among people of other units, before and after. Everybody sees their own list; the room sees counts, one
/// number and, when it is revealed, a picture without names.
/// </summary>
public sealed class ConnectionsKind(ConnectionsLive live) : ActivityKind
{
    /// <summary>What a phone hears that isn't known to be its person's.</summary>
    public const string NotVouched =
        "Your list is yours alone, so this phone has to be known as yours first. Ask your advisor or the facilitator to let you in.";

    /// <inheritdoc />
    public override string Key => "connections";

    /// <inheritdoc />
    public override string Name => "Whom do I know";

    /// <inheritdoc />
    public override string Description =>
        "Each says alone whom they know, have talked with, would ring in other units. At the final, both pictures side by side, without names.";

    /// <inheritdoc />
    public override string Icon => "a-connections";

    /// <inheritdoc />
    public override Artefact Holds => Artefact.Connections;

    /// <inheritdoc />
    public override string NewSettings => new ConnectionsSettings().ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Private];

    /// <inheritdoc />
    public override IReadOnlyList<Reveal> Reveals => [Reveal.AfterClose, Reveal.Never];

    /// <summary>What this kind needs of the house.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<ConnectionsLive>().AddSingleton<IForgetting, CountedConnections>();

    /// <inheritdoc />
    public override void Forget(Writes writes) => writes.Execute("DELETE FROM connection");

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => activity.Act is ItemAct.Reveal or ItemAct.Review ? Doing.Talk : Doing.Phones;

    /// <inheritdoc />
    public override string HeadingOf(Activity activity) => activity.Act is ItemAct.Reveal or ItemAct.Review ? "What do you see?" : activity.Question;

    /// <inheritdoc />
    public override object SettingsOf(string json) => ConnectionsSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => ConnectionsSettings.Read(form);

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => ConnectionsView.Read(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => ConnectionsFeed.Read(reads, activity, seat);

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => ConnectionsView.Read(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => ConnectionsView.Read(reads, activity);

    /// <inheritdoc />
    public override Finding? FindingOf(Reads reads, Activity activity) => ConnectionsFinding.Of(reads, activity);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var people = KnownPerson.Of(reads, activity);
        return people.Count == 0 ? "Nobody is a member of a set yet, so the list is empty."
            : people.All(one => one.UnitId is null) ? "No member has a unit yet. People of other sets are listed instead."
            : null;
    }

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("The lists are closed. What you saved before counts.");
        }

        if (answer.Seat.PersonId is not { } person || !activity.IsFor(answer.Seat.Role) || answer.EnteredBy is not null)
        {
            return Answered.Refused("This list is for the people of the programme, each on their own phone.");
        }

        if (!Access.MayWrite(answer.Seat, Artefact.Connections))
        {
            return Answered.Refused(NotVouched);
        }

        var listed = ConnectionsFeed.Elsewhere(writes, activity, answer.Seat).Select(one => one.PersonId).ToHashSet();
        var given = new Dictionary<long, long>();
        foreach (var (field, value) in answer.Fields.Where(field => field.Key.StartsWith("k.", StringComparison.Ordinal)))
        {
            if (!long.TryParse(field.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var to)
                || value.ToString() is not ("0" or "1" or "2" or "3"))
            {
                return Answered.Invalid(field, "Choose 0, 1, 2 or 3 for each person.");
            }

            var strength = value.ToString()[0] - '0';
            if (strength > 0 && !listed.Contains(to))
            {
                return Answered.Invalid(field, "One of these people is not in your list. Load the page again.");
            }

            given[to] = strength;
        }

        if (given.Count == 0 && listed.Count > 0)
        {
            return Answered.Invalid("", "Your list did not come along. Load the page again.");
        }

        writes.Execute("DELETE FROM connection WHERE activity_id = @Id AND from_id = @person", new { activity.Id, person });
        foreach (var (to, strength) in given.Where(one => one.Value > 0))
        {
            writes.Execute(
                "INSERT INTO connection (activity_id, from_id, to_id, strength) VALUES (@Id, @person, @to, @strength)",
                new { activity.Id, person, to, strength });
        }

        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        return Answered.Taken;
    }

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer) => live.Saved(activity);

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.Settled(activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person)
    {
        var own = Tie.By(reads, activity.Id, person);
        return
        [
            .. KnownPerson.Of(reads, activity).Where(one => own.ContainsKey(one.PersonId)).OrderByDescending(one => own[one.PersonId])
                .Select(one => new Said(
                    own[one.PersonId] switch { 3 => "Would ring", 2 => "Have talked", _ => "Know the name" }, $"{one.Name}, {one.From}")),
        ];
    }

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var view = ConnectionsView.Read(reads, activity);
        return new ActivitySheet(
            ["When", "Answered", "Possible pairs across units", "Know the name or more", "Have talked or more", "Would ring", "Per cent would ring"],
            [
                .. view.Then is { } then ? new[] { Row(view.ThenDate!.Value, then.Answered, then) } : [],
                Row(view.NowDate, view.Count, view.Now),
            ]);

        static IReadOnlyList<object?> Row(DateOnly date, int answered, Network? told) =>
            [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (long)answered, told?.Possible is { } possible ? (long)possible : null,
             told is null ? null : (long)told.Known, told is null ? null : (long)told.Talked, told is null ? null : (long)told.Ring,
             told is null ? null : Math.Round(told.Density, 1)];
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        if (activity.State != ActivityState.Open || seat.PersonId is null || !activity.IsFor(seat.Role))
        {
            return null;
        }

        // At first people know few; after months together many more.
        var known = activity.Earlier(reads) is null ? .15 : .6;
        return ConnectionsFeed.Elsewhere(reads, activity, seat).ToDictionary(
            one => string.Create(CultureInfo.InvariantCulture, $"k.{one.PersonId}"),
            _ => chance.NextDouble() >= known ? "0" : chance.Next(4) switch { 0 => "3", 1 => "2", 2 when known > .5 => "3", _ => "1" });
    }
}
