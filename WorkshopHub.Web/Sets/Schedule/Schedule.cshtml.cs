using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>
/// Lays out the fortnightly meetings of the sets between kick-off and final. First one looks at the proposal; nothing is
/// written before it is kept.
/// </summary>
public sealed class Schedule(Db db, Writer writer, TimeProvider time) : OfficePage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The form.</summary>
    [BindProperty]
    public ScheduleForm Form { get; set; } = new();

    /// <summary>What the meetings fit into.</summary>
    public ScheduleFrame Frame { get; private set; } = null!;

    /// <summary>The sets as they stand.</summary>
    public IReadOnlyList<ScheduleSet> Sets { get; private set; } = [];

    /// <summary>The proposal by set; null where nobody has asked for one.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<RhythmDay>>? Proposal { get; private set; }

    /// <summary>How many meetings the proposal has.</summary>
    public int Count => Proposal?.Values.Sum(days => days.Count(day => day.Day is not null)) ?? 0;

    /// <summary>The day on the organisation's calendars.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) => Access.MayRunProgramme(Viewer, reads, Id);

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => ProgrammeRow.Find(reads, Id) is { IsArchived: true };

    /// <summary>Shows what stands and proposes first days.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form = ScheduleForm.Of(Frame, Sets, Today);
        return Page();
    }

    /// <summary>Shows what the rhythm would give; writes nothing.</summary>
    public async Task<IActionResult> OnPostLookAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Propose();
        return Faults.Count > 0 ? Again() : Page();
    }

    /// <summary>Keeps the proposal, unless somebody else changed a meeting since the form was shown.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Propose();
        if (Faults.Count > 0)
        {
            return Again();
        }

        var (starts, saved) = (MeetingDetails.Clock(Form.Starts, "Form.Starts"), false);
        await TryAsync(writes =>
        {
            if (ScheduleForm.StampOf(Meeting.InProgramme(writes, Id)) != Form.Stamp)
            {
                return;
            }

            foreach (var (set, days) in Proposal!)
            {
                var place = Line.Clean(Form.Rows.First(row => row.SetId == set).Place);
                MeetingPlan.Lay(writes, set, Today, [.. days.Select(day => day.Day).OfType<DateOnly>()], starts, place, Viewer.PersonId);
            }

            Audit.Note(writes, Viewer.PersonId, null, "lay-out-meetings", "programme", Id);
            saved = true;
        });
        if (saved)
        {
            Told = $"{Count.ToString(CultureInfo.InvariantCulture)} meetings are laid out. Whoever has them in a calendar sees them there.";
            return RedirectToPage(new { id = Id });
        }

        return await StaleAsync();
    }

    /// <summary>The dates of a set in words.</summary>
    public static string Words(IEnumerable<DateOnly> days) => string.Join(", ", days.Select(LocalDay.WithMonth));

    private async Task<IActionResult> StaleAsync()
    {
        await LoadAsync();
        var last = Sets.SelectMany(set => set.Meetings).MaxBy(meeting => meeting.ChangedAt, StringComparer.Ordinal);
        Form.Stamp = ScheduleForm.StampOf(Sets.SelectMany(set => set.Meetings).ToLookup(one => one.SetId));
        return await BothAsync(last?.ChangedBy, last?.ChangedAt ?? Utc.Text(time.GetUtcNow()), StaleField.Different(
            Sets.Where(set => Proposal!.ContainsKey(set.Id)).Select(set => new StaleField(
                set.Name, Words(Proposal![set.Id].Select(day => day.Day).OfType<DateOnly>()),
                Words(set.Meetings.Where(meeting => meeting.State != "Cancelled").Select(meeting => meeting.Day))))), "keep");
    }

    private void Propose()
    {
        var proposal = new Dictionary<long, IReadOnlyList<RhythmDay>>();
        try
        {
            MeetingDetails.Clock(Form.Starts, "Form.Starts");
        }
        catch (RefusedException refused)
        {
            Faults[refused.Field] = refused.Message;
        }

        foreach (var (index, row) in Form.Rows.Index().Where(row => row.Item.Take && Sets.Any(set => set.Id == row.Item.SetId)))
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"Form.Rows[{index}].First");
            if (Line.Clean(row.Place) is { Length: > MeetingDetails.PlaceMax } place)
            {
                Faults[string.Create(CultureInfo.InvariantCulture, $"Form.Rows[{index}].Place")] = $"{place.Length} characters. Keep it to {MeetingDetails.PlaceMax}.";
            }

            if (LocalDay.Read(row.First) is not { } first)
            {
                Faults[field] = "The day of the first meeting.";
            }
            else if (first <= Frame.KickOff || first >= Frame.Final)
            {
                Faults[field] = $"Between the kick-off, {LocalDay.WithMonth(Frame.KickOff!.Value)}, and the final, {LocalDay.WithMonth(Frame.Final!.Value)}.";
            }
            else
            {
                proposal[row.SetId] = Rhythm.Lay(first, (int)Frame.Interval, Frame.Final!.Value, Frame.Working, Frame.Workshops);
            }
        }

        if (Faults.Count == 0 && proposal.Count == 0)
        {
            Faults["Form.Take"] = "Tick at least one set.";
        }

        Proposal = Faults.Count == 0 ? proposal : null;
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Today = LocalDay.Today(reads, time.GetUtcNow());
        (Frame, Sets) = (ScheduleFrame.Read(reads, Id)!, ScheduleSet.Of(reads, Id));
        if (Frame is { KickOff: null } or { Final: null } && Request.Method == "POST")
        {
            Faults["Form.Take"] = "First the programme needs its first and its last day.";
            Form.Rows = [];
        }

        return Frame is not null;
    });
}
