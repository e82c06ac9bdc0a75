using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Consents;

/// <summary>
/// Where somebody who was asked into a set says yes personally, with what they are willing to risk, or no with a reason;
/// where the supervisor confirms the time; and, where sets share a problem, where the developmental goal stands. Nobody is
/// enrolled by anybody else.
/// </summary>
public sealed partial class OneConsent(Db db, Writer writer, Endings endings, OfficeNews news) : SignedInPage(db, writer)
{
    /// <summary>The membership.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What the member is willing to risk, as typed.</summary>
    [BindProperty]
    public string? WillingToRisk { get; set; }

    /// <summary>Why somebody says no, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The share of time that the supervisor confirms, as typed.</summary>
    [BindProperty]
    public string? TimeSharePercent { get; set; }

    /// <summary>Why the supervisor can't release the time, as typed.</summary>
    [BindProperty]
    public string? TimeReason { get; set; }

    /// <summary>The version that the form was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>How it stands.</summary>
    public Consent Member { get; private set; } = null!;

    /// <summary>The goal, as far as the viewer reads it.</summary>
    public GoalRow? Goal { get; private set; }

    /// <summary>The ratings that the member has shown to the viewer, who advises the set.</summary>
    public IReadOnlyList<RatingRow> Ratings { get; private set; } = [];

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The viewer is the member.</summary>
    public bool IsOwner { get; private set; }

    /// <summary>The viewer is the member's supervisor.</summary>
    public bool IsSupervisor { get; private set; }

    /// <summary>The viewer is of the set, or its advisor.</summary>
    public bool IsOfSet { get; private set; }

    /// <summary>The viewer is the programme office.</summary>
    public bool IsOffice { get; private set; }

    /// <summary>The viewer has no part of their own here, and reads how far it is: the office, the set and its advisor.</summary>
    public bool IsBeside => !IsOwner && !IsSupervisor;

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

    /// <summary>The member says yes, or says anew what they are willing to risk.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync(
        () => IsOwner, writes => ConsentCommands.Accept(writes, Id, Version, Me, WillingToRisk),
        () => [new("What I am willing to risk", Line.Clean(WillingToRisk), Member.WillingToRisk)]);

    /// <summary>The member says no, or withdraws.</summary>
    public async Task<IActionResult> OnPostDeclineAsync()
    {
        IReadOnlyList<long> touched = [];
        var answer = await ActAsync(
            () => IsOwner, writes =>
            {
                var gone = false;
                touched = Touched.By(writes, Member.ProgrammeId, () => gone = ConsentCommands.Decline(writes, Id, Version, Me, Reason));
                return gone;
            },
            () => [new("What I am willing to risk", "", Member.WillingToRisk)], "decline");
        if (answer is LocalRedirectResult)
        {
            endings.OfAll([Me, .. touched]);
            news.OfPeople(Member.ProgrammeId);
        }

        return answer;
    }

    /// <summary>The supervisor confirms the time.</summary>
    public Task<IActionResult> OnPostTimeAsync() => ActAsync(
        () => IsSupervisor,
        writes => ConsentCommands.ConfirmTime(
            writes, Id, Version, Me, long.TryParse(TimeSharePercent?.Trim().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : null),
        () => [new("Share of time", $"{TimeSharePercent}", $"{Member.TimeSharePercent}")], "time");

    /// <summary>The supervisor can't release the time.</summary>
    public Task<IActionResult> OnPostNoTimeAsync() => ActAsync(
        () => IsSupervisor, writes => ConsentCommands.RefuseTime(writes, Id, Version, Me, TimeReason),
        () => [new("What stands in the way", Line.Clean(TimeReason), Member.TimeRefusedReason)], "no-time");

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Consent.Find(reads, Id) is { } member
        && ProgrammeRow.Find(reads, member.ProgrammeId) is { IsArchived: true };

    private async Task<IActionResult> ActAsync(
        Func<bool> may, Func<Writes, bool> act, Func<IEnumerable<StaleField>> both, string form = "edit")
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!may() || Member.LeftAt is not null)
        {
            return Forbid();
        }

        // Who said yes before a programme was taken back to a draft can still withdraw.
        if (!Member.IsAsked && (form != "decline" || Member.AcceptedAt is null))
        {
            Fill();
            return Again();
        }

        var (risk, reason, share, why) = (WillingToRisk, Reason, TimeSharePercent, TimeReason);
        var done = false;
        if (await TryAsync(writes => done = act(writes)) && done)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/memberships/{Id}"));
        }

        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var fields = StaleField.Different(both());
        Fill();
        ModelState.Clear();
        (WillingToRisk, Reason, TimeSharePercent, TimeReason) = (risk ?? WillingToRisk, reason, Request.Form.ContainsKey(nameof(TimeSharePercent)) ? share ?? "" : TimeSharePercent, why);
        return Faults.Count > 0 ? Again() : !may() ? Forbid() : await BothAsync(await Db.ReadAsync(reads => Consent.ChangedBy(reads, Id)), Member.ChangedAt, fields, form);
    }

    private void Fill()
    {
        WillingToRisk = Member.WillingToRisk;
        TimeSharePercent = (Member.TimeSharePercent ?? Math.Clamp(Member.Share, Member.Shares.Least, Member.Shares.Most)).ToString(CultureInfo.InvariantCulture);
        Version = Member.Version;
        GoalTyped = GoalForm.Of(Goal);
    }

    private bool Load(Reads reads)
    {
        if (Consent.Find(reads, Id) is not { } member)
        {
            return false;
        }

        Member = member;
        (IsOwner, IsSupervisor) = (ConsentRights.IsOwner(Viewer, member), ConsentRights.IsSupervisor(Viewer, member));
        (IsOfSet, IsOffice) = (ConsentRights.IsOfSet(Viewer, reads, member), ConsentRights.IsOffice(Viewer, reads, member));
        Zone = LocalTime.ZoneOf(reads);
        var goal = GoalRow.Of(reads, Id);
        Goal = goal is not null && ConsentRights.ReadsGoal(Viewer, reads, member, goal) ? goal : null;
        var shown = ConsentRights.ReadsShownRatings(Viewer, reads, member) ? RatingShown.Of(reads, Id).Where(one => one.AdvisorId == Me).Select(one => one.Moment).ToHashSet() : [];
        Ratings = [.. RatingRow.Of(reads, Id).Where(rating => shown.Contains(rating.Moment))];
        return IsOwner || IsSupervisor || IsOfSet || IsOffice;
    }
}
