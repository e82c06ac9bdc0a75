using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Doors;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Reports.During;

/// <summary>
/// A programme on its way, for the sponsor and whoever runs it: what waits for an answer, what the sponsor said they would do, and
/// how the sets see themselves. All of it is what sets have written for others; their meetings, questions and reflections stay
/// with them.
/// </summary>
public sealed record DuringView
{
    /// <summary>The programme.</summary>
    public required DuringProgramme Programme { get; init; }

    /// <summary>Today in the organisation's zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The reader is the sponsor: what waits can be answered here.</summary>
    public required bool IsSponsor { get; init; }

    /// <summary>What waits: what the sponsor said they would do themselves and is overdue, then the reader's own, then what waits longest.</summary>
    public required IReadOnlyList<Waiting> Waits { get; init; }

    /// <summary>Decisions that need the sponsor and that their sets have not shown: a count, without a word.</summary>
    public required long Hidden { get; init; }

    /// <summary>All doors, with how long they took.</summary>
    public required DoorsToOpen Doors { get; init; }

    /// <summary>What the sponsor said they would do, the newest first.</summary>
    public required IReadOnlyList<Promise> Promises { get; init; }

    /// <summary>The sponsor's own: notes that they have not opened. No set learns it, and no other reader.</summary>
    public required IReadOnlyList<UnopenedNote> Unopened { get; init; }

    /// <summary>How many notes came in the last seven days.</summary>
    public required int NewNotes { get; init; }

    /// <summary>The sets, those who want help first; no set is ranked.</summary>
    public required IReadOnlyList<Standing> Sets { get; init; }

    /// <summary>Where every member has a problem of their own: those problems with their first figure.</summary>
    public required ILookup<long, OwnLine> Own { get; init; }

    /// <summary>What was shown to the reader on purpose.</summary>
    public required IReadOnlyList<Given> Shown { get; init; }

    /// <summary>What was decided so far.</summary>
    public required IReadOnlyList<Answered> Decided { get; init; }

    /// <summary>What became of outcomes, ninety days after the final.</summary>
    public required IReadOnlyList<BecameLine> Became { get; init; }

    /// <summary>Who of those that are asked about that has answered, and when the next version of the report comes; null where nobody is asked, and nothing is planned.</summary>
    public required WhoAnswered? WhoAnswered { get; init; }

    /// <summary>The final has begun, or a version is published: the outcome report is what they look for.</summary>
    public required bool HasReport { get; init; }

    /// <summary>Whether somebody may read it: the sponsor, the programme's facilitators and the office.</summary>
    public static bool MayRead(Viewer viewer, Reads reads, long programme) =>
        Access.ReadsIn(viewer, reads, programme, Artefact.ProgressNotes) == Extent.All && Access.ReadsIn(viewer, reads, programme, Artefact.DoorRequests) == Extent.All;

    /// <summary>Which day and week of the programme it is, e.g. Friday 3 July, week 17 of 27.</summary>
    public string When
    {
        get
        {
            var day = LocalDay.WithWeekday(Today);
            if (LocalDay.Read(Programme.StartDate) is not { } start || LocalDay.Read(Programme.EndDate) is not { } end || end <= start)
            {
                return day;
            }

            var (week, weeks) = (Math.Floor((Today.DayNumber - start.DayNumber) / 7.0) + 1, Math.Ceiling((end.DayNumber - start.DayNumber + 1) / 7.0));
            return week < 1 ? $"{day}, it begins on {LocalDay.WithMonth(start)}" : week > weeks ? $"{day}, it ended on {LocalDay.WithMonth(end)}"
                : string.Create(CultureInfo.InvariantCulture, $"{day}, week {week:0} of {weeks:0}");
        }
    }

    /// <summary>How many sets gave themselves a light.</summary>
    public int With(string light) => Sets.Count(set => set.Light?.Key == light);

    /// <summary>Reads all of it in a number of statements that doesn't grow; null where the viewer may not, or there is no such programme.</summary>
    public static DuringView? Read(Reads reads, Viewer viewer, IEnumerable<IShareable> rooms, long programme, DateTimeOffset now)
    {
        if (DuringProgramme.Find(reads, programme) is not { } found || !MayRead(viewer, reads, programme))
        {
            return null;
        }

        var (today, zone, me) = (LocalDay.Today(reads, now), LocalTime.ZoneOf(reads), viewer.PersonId ?? 0);
        var mine = ToSet.In(reads, viewer, programme);
        var sponsor = reads.First<long?>(
            "SELECT id FROM role_assignment WHERE programme_id = @programme AND person_id = @me AND role = 'Sponsor'", new { programme, me }) is not null;
        var sets = reads.Query<long>("SELECT id FROM sets WHERE programme_id = @programme ORDER BY position", new { programme });
        var doors = new DoorsToOpen(DoorRow.OfProgramme(reads, programme), today, zone, $"/programmes/{programme}/during");
        var (asked, shown) = (AskedDecision.Of(reads, programme), ShownDecision.Of(reads, programme));
        var above = shown.Select(one => one.Id.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        var standing = Standing.Of(reads, sets, today);
        var week = Utc.Text(now.AddDays(-7));
        return new DuringView
        {
            Programme = found,
            Today = today,
            IsSponsor = sponsor,
            Waits =
            [
                .. sponsor ? OwnStep.Overdue(asked, Promise.Overdue(reads, programme, me, today), doors, reads.First<string>("SELECT name FROM person WHERE id = @me", new { me }) ?? "") : [],
                .. Waiting.Of(asked, sponsor ? shown : [], doors, sponsor ? me : 0),
            ],
            Hidden = (found.IsClosed ? 0 : ShownDecision.Hidden(reads, programme)) + (sponsor ? 0 : shown.Count(one => one.Waits)),
            Doors = doors,
            Promises = Promise.Of(reads, programme, sponsor ? me : null),
            Unopened = sponsor ? UnopenedNote.Of(reads, programme, me) : [],
            NewNotes = standing.Sum(set => set.Notes.Count(note => string.CompareOrdinal(note.GoneAt, week) >= 0)),
            Sets = [.. standing.OrderBy(set => set.Urgency).ThenBy(set => set.Position)],
            Own = found.IsOwnProblem ? OwnLine.Of(reads, programme) : Array.Empty<OwnLine>().ToLookup(one => one.SetId),
            Shown = Given.Of(
                reads, rooms, sets,
                share => !(share.Kind == "Decision" && above.Contains(share.ThingId)) && mine[share.SetId].Any(one => !one.IsOther && one.Role.ToString() == share.Audience), me),
            Decided = Answered.Of(asked, sponsor ? shown : [], zone, one => sponsor && one.PersonId is null, doors.Back),
            HasReport = Moments.Of(reads, programme).AtFinal || Outcome.ReportVersion.Of(reads, programme).Count > 0,
            Became = BecameLine.Of(asked, Programmes.Outcomes.Became.Of(reads, programme)),
            WhoAnswered = WhoAnswered.Of(reads, programme),
        };
    }
}

/// <summary>The programme that is followed.</summary>
public sealed record DuringProgramme
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Draft to Closed.</summary>
    public string State { get; init; } = "";

    /// <summary>It is still prepared: the board tells what it needs, and later with what it began.</summary>
    public bool IsPrepared => State is "Draft" or "Recruiting" or "Ready";

    /// <summary>It is over: what was not shown until then is shown no more.</summary>
    public bool IsClosed => State == "Closed";

    /// <summary>Each member has a problem of their own.</summary>
    public bool IsOwnProblem { get; init; }

    /// <summary>Its first day (local date), or null.</summary>
    public string? StartDate { get; init; }

    /// <summary>Its last, or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>It, or null.</summary>
    public static DuringProgramme? Find(Reads reads, long programme) => reads.First<DuringProgramme>(
        "SELECT id, name, state, format = 'OwnProblem' AS IsOwnProblem, start_date, end_date FROM programme WHERE id = @programme", new { programme });
}
