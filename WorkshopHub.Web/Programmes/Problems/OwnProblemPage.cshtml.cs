using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// The form of two persons (format 1): the member, with the supervisor, identifies a problem or opportunity within the
/// supervisor's sphere of influence and a developmental challenge. The member writes; only the supervisor says yes or sends
/// it back.
/// </summary>
public sealed partial class OwnProblemPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The membership.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Whose it is.</summary>
    public Consent Member { get; private set; } = null!;

    /// <summary>The problem as its owner has it now; null while there is none. Read by the owner alone.</summary>
    public OwnProblem? Problem { get; private set; }

    /// <summary>What the two did so far.</summary>
    public IReadOnlyList<OwnStep> Steps { get; private set; } = [];

    /// <summary>The goal, as far as the viewer reads it.</summary>
    public GoalRow? Goal { get; private set; }

    /// <summary>What the member may decide, as the supervisor signed it; null where none did.</summary>
    public Authority? Authority { get; private set; }

    /// <summary>The currency that the form offers: as signed, else the programme's.</summary>
    public string Currency { get; private set; } = AuthorityDetails.Currencies[0];

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The viewer is the member.</summary>
    public bool IsOwner { get; private set; }

    /// <summary>The viewer is the member's supervisor.</summary>
    public bool IsSupervisor { get; private set; }

    /// <summary>The problem as it was sent last; null before that.</summary>
    public OwnStep? Sent => Steps.LastOrDefault(step => step.Kind == "Sent");

    /// <summary>Whether the member may write on it: before work begins, and while they are in the set.</summary>
    public bool MayWrite => IsOwner && Member.LeftAt is null && Problem is null or { State: "Proposed" or "Agreed" };

    /// <summary>Whether the supervisor is to decide.</summary>
    public bool MayDecideNow => IsSupervisor && Problem is { Waits: true };

    /// <summary>What the supervisor wrote last when it went back; null where it never did.</summary>
    public OwnStep? Back => Steps.LastOrDefault(step => step.Kind == "Back");

    /// <summary>What became other words since it went back.</summary>
    public IReadOnlyList<OwnChange> SinceBack { get; private set; } = [];

    /// <summary>What became other words while the supervisor had the page open; null where nothing did.</summary>
    public IReadOnlyList<OwnChange>? Meanwhile { get; private set; }

    /// <summary>A moment as people read it.</summary>
    public string Moment(string utc) => LocalTime.DayAndClock(Utc.Parse(utc), Zone);

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

    /// <summary>The supervisor agrees to the goal alone.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(long goalVersion)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!IsSupervisor)
        {
            return Forbid();
        }

        var done = false;
        await TryAsync(writes => done = IsNow(writes, supervisor: true) && GoalCommands.Agree(writes, Id, goalVersion, Me));
        return done ? Here() : await ChangedAsync();
    }

    /// <summary>The member shows the goal to a supervisor who came later.</summary>
    public async Task<IActionResult> OnPostShowAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!IsOwner)
        {
            return Forbid();
        }

        await TryAsync(writes => _ = IsNow(writes, supervisor: false) && GoalCommands.Show(writes, Id));
        return Here();
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Consent.Find(reads, Id) is { } member
        && ProgrammeRow.Find(reads, member.ProgrammeId) is { IsArchived: true };

    private LocalRedirectResult Here() => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/memberships/{Id}/problem"));

    /// <summary>Whether the viewer still has their part, asked inside a command.</summary>
    private bool IsNow(Reads reads, bool supervisor) => Consent.Find(reads, Id) is { LeftAt: null } now
        && (supervisor ? ConsentRights.IsSupervisor(Viewer, now) : ConsentRights.IsOwner(Viewer, now));

    private bool Load(Reads reads)
    {
        if (Consent.Find(reads, Id) is not { IsOwn: true } member)
        {
            return false;
        }

        Member = member;
        (IsOwner, IsSupervisor) = (ConsentRights.IsOwner(Viewer, member), ConsentRights.IsSupervisor(Viewer, member));
        var ofSet = ConsentRights.IsOfSet(Viewer, reads, member);
        if (!IsOwner && !IsSupervisor && !ofSet)
        {
            return false;
        }

        Problem = OwnProblem.Newest(reads, member.ProgrammeId, member.PersonId);
        Steps = Problem is null ? [] : OwnStep.Of(reads, Problem.Id);
        Authority = Problem is null ? null : Authority.Of(reads, member.ProgrammeId, Problem.Id);
        Currency = Authority?.Currency ?? Authority.CurrencyOf(reads, member.ProgrammeId);
        Zone = LocalTime.ZoneOf(reads);
        var goal = GoalRow.Of(reads, Id);
        Goal = IsOwner || (IsSupervisor && goal is { ToSupervisor: true }) || (ofSet && goal is { Shared: true })
            || ConsentRights.IsAdvisor(Viewer, reads, member) ? goal : null;
        SinceBack = Back is { } back && Sent is { } sent && sent.Version > back.Version
            && Steps.LastOrDefault(step => step.Kind == "Sent" && step.Version < back.Version) is { } before
            ? OwnChange.Between(before.Words, sent.Words) : [];
        return true;
    }
}
