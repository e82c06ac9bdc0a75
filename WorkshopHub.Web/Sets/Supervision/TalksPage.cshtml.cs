using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>
/// The talks of a member with their supervisor, for these two alone. The supervisor sees progress only as the member writes it;
/// who was the supervisor before sees nothing any more.
/// </summary>
public sealed partial class TalksPage(Db db, Writer writer, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The membership.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>When they meet, as typed.</summary>
    [BindProperty]
    public PlanForm Plan { get; set; } = new();

    /// <summary>What the supervisor should know, as typed.</summary>
    [BindProperty]
    public string? Word { get; set; }

    /// <summary>What the supervisor noticed, as typed.</summary>
    [BindProperty]
    public string? Noticed { get; set; }

    /// <summary>The version that a button or form was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Whose talks.</summary>
    public Consent Member { get; private set; } = null!;

    /// <summary>The talks that the viewer reads, the one to come first.</summary>
    public IReadOnlyList<Talk> Talks { get; private set; } = [];

    /// <summary>The goal, as far as the viewer reads it.</summary>
    public GoalRow? Goal { get; private set; }

    /// <summary>The ratings that the viewer reads.</summary>
    public IReadOnlyList<RatingRow> Ratings { get; private set; } = [];

    /// <summary>The viewer is the member.</summary>
    public bool IsOwner { get; private set; }

    /// <summary>Today on the organisation's calendars.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The moment, for the years of days.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The talk to come with the supervisor as of now, or null.</summary>
    public Talk? Next => Talks.FirstOrDefault(one => one.IsPlanned && one.SupervisorId == Member.SupervisorId);

    /// <summary>The last talk that stands, with the supervisor as of now, or null.</summary>
    public Talk? Last => Talks.FirstOrDefault(one => one.StandsAt is not null && one.SupervisorId == Member.SupervisorId);

    /// <summary>The talk that waits for the viewer's yes, or null.</summary>
    public Talk? Waits => Talks.FirstOrDefault(one => one.WaitsFor(Me) && one.SupervisorId == Member.SupervisorId);

    /// <summary>Both are still in it: the member in the set, the supervisor theirs.</summary>
    public bool MayWrite => Member.LeftAt is null && Member.SupervisorId is not null;

    /// <summary>How many days ago they last talked; since the member came into the set where they never did.</summary>
    public int DaysSince => Today.DayNumber - (Talks.Where(one => !one.IsPlanned).Select(one => LocalDay.Parse(one.Date)).DefaultIfEmpty(
        LocalDay.Read(Member.StartDate) ?? Today).Max().DayNumber);

    /// <summary>Too long ago, where each member has a problem of their own.</summary>
    public bool IsLate => Member is { IsOwn: true, ProgrammeState: "Running" or "Reporting" } && MayWrite && DaysSince > Talk.MostDays;

    /// <summary>The other one's first name.</summary>
    public string Other => IsOwner ? Member.SupervisorFirst : Member.First;

    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string utc) => TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>A planned day as people say it: today, tomorrow at 9:00, on Friday 13 November.</summary>
    public string When(Talk talk)
    {
        var day = LocalDay.Parse(talk.Date);
        var word = (day.DayNumber - Today.DayNumber) switch { 0 => "today", 1 => "tomorrow", _ => $"on {LocalDay.WithWeekday(day, Now)}" };
        return talk.Starts is { } at ? $"{word} at {at.TrimStart('0')}" : word;
    }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Consent.Find(reads, Id) is { } member && ProgrammeRow.Find(reads, member.ProgrammeId) is { IsArchived: true };

    private void Fill()
    {
        Plan = new PlanForm { Date = Next?.Date, Starts = Next?.Starts, Place = Next?.Place, Version = Next?.Version ?? 0 };
        Word = Next?.Word;
    }

    private bool Load(Reads reads)
    {
        if (TalkRights.Of(Viewer, reads, Id) is not { } there)
        {
            return false;
        }

        (Member, IsOwner) = there;
        (Today, Zone) = (LocalDay.Today(reads, time.GetUtcNow()), LocalTime.ZoneOf(reads));
        Talks = Talk.Of(reads, Member.ProgrammeId, Member.PersonId, IsOwner ? null : Me);
        var goal = GoalRow.Of(reads, Id);
        Goal = IsOwner || goal is { ToSupervisor: true } ? goal : null;
        Ratings = [.. RatingRow.Of(reads, Id).Where(one => IsOwner || one.Shared)];
        Noticed ??= IsOwner ? null : NoticedRow.Of(reads, Id).FirstOrDefault(one => one.WriterId == Me)?.Text;
        return true;
    }
}
