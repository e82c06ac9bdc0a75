using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>The dates of one set, for its members, its advisor and whoever runs the programme: move, cancel, add one; the set's calendar.</summary>
public sealed partial class SetDates(Db db, Writer writer, SiteAddress site) : OfficePage(db, writer)
{
    /// <summary>The set.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The form of a meeting.</summary>
    [BindProperty]
    public DateForm Form { get; set; } = new();

    /// <summary>Where a move was made: timeline, or empty for this page.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The set and its programme.</summary>
    public DatedSet Set { get; private set; } = null!;

    /// <summary>Its meetings by number.</summary>
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    /// <summary>What they fit into.</summary>
    public ScheduleFrame Frame { get; private set; } = null!;

    /// <summary>The meeting whose form is shown, or null.</summary>
    public Meeting? Current => Meetings.FirstOrDefault(meeting => meeting.Id == Form.Meeting && meeting.IsPlanned);

    /// <summary>Whether the viewer runs the programme.</summary>
    public bool MayRun { get; private set; }

    /// <summary>Whether the viewer is of the set, and came from its own place.</summary>
    public bool IsOfSet { get; private set; }

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) =>
        DatedSet.Find(reads, Id) is { } set && Access.MayDateMeetings(Viewer, reads, set.ProgrammeId, Id);

    /// <summary>No date changes when the programme is closed. The address of one's own calendar is taken back at any time.</summary>
    protected override bool IsLocked(Reads reads)
    {
        if (Request.Query["handler"].ToString().ToUpperInvariant() is "ADDRESS" or "REVOKE"
            || DatedSet.Find(reads, Id) is not { IsClosed: true } set)
        {
            return false;
        }

        if (ProgrammeRow.Find(reads, set.ProgrammeId) is { IsArchived: false })
        {
            HttpContext.Items[typeof(Said)] = Said.Over;
        }

        return true;
    }

    /// <summary>Shows the dates.</summary>
    /// <param name="meeting">The meeting whose form is shown.</param>
    public async Task<IActionResult> OnGetAsync(long? meeting)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form = Meetings.FirstOrDefault(one => one.Id == meeting) is { } one ? DateForm.Of(one) : new DateForm();
        return Page();
    }

    /// <summary>Moves a meeting, and nothing else.</summary>
    public async Task<IActionResult> OnPostMoveAsync()
    {
        if (!await LoadAsync() || Meetings.FirstOrDefault(one => one.Id == Form.Meeting) is not { } there)
        {
            return NotFound();
        }

        Form.FillFrom(there);
        var saved = false;
        if (!await TryAsync(writes => saved = MeetingCommands.Move(
            writes, Frame, there with { Version = Form.Version }, MeetingDetails.Read(Form.Date, Form.Starts, Form.Place, Form.Why), Viewer.PersonId)))
        {
            return Again();
        }

        if (saved)
        {
            return From == "timeline" ? LocalRedirect($"/programmes/{Set.ProgrammeId}/timeline")
                : Done($"Meeting {there.Number} is on {LocalDay.WithWeekday(LocalDay.Read(Form.Date)!.Value)}. Nothing else has moved.");
        }

        await LoadAsync();
        var now = Meetings.First(one => one.Id == Form.Meeting);
        Form.Version = now.Version;
        return await BothAsync(now.ChangedBy, now.ChangedAt, StaleField.Different(
            new StaleField("Day", Form.Date ?? "", now.Date), new StaleField("Begins at", Form.Starts ?? "", now.Clock),
            new StaleField("Where", Form.Place ?? "", now.Place), new StaleField("Why it is moved", Form.Why ?? "", now.WhyMoved),
            new StaleField("State", "Planned", now.State)));
    }

    /// <summary>Cancels a meeting, or plans it again.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="version">The version that the button was shown with.</param>
    /// <param name="cancel">Whether it is cancelled.</param>
    public async Task<IActionResult> OnPostCancelAsync(long meeting, long version, bool cancel)
    {
        if (!await LoadAsync() || Meetings.FirstOrDefault(one => one.Id == meeting) is not { } there)
        {
            return NotFound();
        }

        var saved = false;
        await TryAsync(writes => saved = MeetingCommands.Cancel(writes, Id, meeting, version, cancel, Viewer.PersonId));
        if (saved)
        {
            return Done(cancel ? $"Meeting {there.Number} is cancelled. Calendars strike it through." : $"Meeting {there.Number} is planned again.");
        }

        await LoadAsync();
        Form = DateForm.Of(Meetings.First(one => one.Id == meeting));
        return await BothAsync(there.ChangedBy, there.ChangedAt, StaleField.Different(
            new StaleField("State", cancel ? "Cancelled" : "Planned", $"{there.State}, {LocalDay.WithMonth(there.Day)}")));
    }

    /// <summary>One more meeting behind the last.</summary>
    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form.Meeting = 0;
        return await TryAsync(writes => MeetingCommands.Add(
            writes, Frame, Id, MeetingDetails.Read(Form.Date, Form.Starts, Form.Place, null), Viewer.PersonId))
            ? Done("One more meeting is planned.") : Again();
    }

    private RedirectToPageResult Done(string told)
    {
        Told = told;
        return RedirectToPage(new { id = Id });
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Set = DatedSet.Find(reads, Id)!;
        if (Set is null)
        {
            return false;
        }

        (Frame, Meetings) = (ScheduleFrame.Read(reads, Set.ProgrammeId)!, Meeting.Of(reads, Id));
        (MayRun, FeedSince) = (Access.MayRunProgramme(Viewer, reads, Set.ProgrammeId), FeedOf(reads));
        IsOfSet = SetRights.Reads(Viewer, reads, Id, Artefact.SetSpace) >= Extent.Own;
        return true;
    });
}

/// <summary>A set whose dates are shown.</summary>
public sealed record DatedSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place, from which the mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Whether its programme is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>A set by id, or null.</summary>
    public static DatedSet? Find(Reads reads, long id) => reads.First<DatedSet>("""
        SELECT s.id, s.position, s.name, p.id AS ProgrammeId, p.name AS Programme, p.state = 'Closed' AS IsClosed
        FROM sets s JOIN programme p ON p.id = s.programme_id WHERE s.id = @id
        """, new { id });
}
