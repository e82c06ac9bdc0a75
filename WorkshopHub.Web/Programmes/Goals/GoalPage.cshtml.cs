using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>
/// A member's own page for their developmental goal: why now, how others will notice, how far they say to be at three moments,
/// what peers answered whom they asked, what the supervisor noticed. Its owner alone opens it; each thing is shown on purpose.
/// </summary>
public sealed partial class GoalPage(Db db, Writer writer, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The membership.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The goal as typed.</summary>
    [BindProperty(Name = "Goal")]
    public GoalForm Typed { get; set; } = new();

    /// <summary>How far, 1 to 5, as chosen.</summary>
    [BindProperty]
    public long? Value { get; set; }

    /// <summary>The own words to that, as typed.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Who is asked, as chosen.</summary>
    [BindProperty]
    public long? Peer { get; set; }

    /// <summary>What they are asked, as typed.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>The version that a form was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Whose it is.</summary>
    public Consent Member { get; private set; } = null!;

    /// <summary>The goal, or null.</summary>
    public GoalRow? Goal { get; private set; }

    /// <summary>The ratings so far.</summary>
    public IReadOnlyList<RatingRow> Ratings { get; private set; } = [];

    /// <summary>Which of them an advisor reads.</summary>
    public IReadOnlyList<RatingShown> Shown { get; private set; } = [];

    /// <summary>Who advises the set.</summary>
    public IReadOnlyList<SetAdvisor> Advisors { get; private set; } = [];

    /// <summary>Who reads how many of the ratings beside their owner, by first names.</summary>
    public IReadOnlyList<(string Who, int Count)> Readers =>
    [
        .. new[] { (Member.SupervisorFirst, Member.Supervisor is null ? 0 : Ratings.Count(one => one.Shared)) }
            .Concat(Advisors.Select(one => (one.First, Shown.Count(shown => shown.AdvisorId == one.Id)))).Where(one => one.Item2 > 0),
    ];

    /// <summary>The moment that can be rated now, or null.</summary>
    public string? Moment { get; private set; }

    /// <summary>What supervisors noticed.</summary>
    public IReadOnlyList<NoticedRow> Noticed { get; private set; } = [];

    /// <summary>What peers were asked.</summary>
    public IReadOnlyList<PeerFeedback> Asked { get; private set; } = [];

    /// <summary>Whom one can ask.</summary>
    public IReadOnlyList<Peer> Peers { get; private set; } = [];

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Whether anything can be written: while the member is in the set.</summary>
    public bool MayWrite => Member.LeftAt is null;

    /// <summary>The rating of the moment that can be rated now, or null.</summary>
    public RatingRow? Current => Ratings.FirstOrDefault(one => one.Moment == Moment);

    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string utc) => TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Shows it.</summary>
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
        Typed = GoalForm.Of(Goal);
        (Value, Note, Version) = (Current?.Value, Current?.Note, Current?.Version ?? 0);
    }

    private bool Load(Reads reads)
    {
        if (Consent.Find(reads, Id) is not { } member || !ConsentRights.IsOwner(Viewer, member))
        {
            return false;
        }

        Member = member;
        Zone = LocalTime.ZoneOf(reads);
        Goal = GoalRow.Of(reads, Id);
        Ratings = RatingRow.Of(reads, Id);
        (Shown, Advisors) = (RatingShown.Of(reads, Id), RatingShown.Advisors(reads, Id));
        Moment = Moments.Now(reads, member.ProgrammeId, LocalDay.Today(reads, time.GetUtcNow()));
        Noticed = NoticedRow.Of(reads, Id);
        Asked = PeerFeedback.Of(reads, Id);
        Peers = PeerFeedback.Peers(reads, Id);
        return true;
    }
}
