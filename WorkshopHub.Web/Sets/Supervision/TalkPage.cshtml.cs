using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>Where the two write down what they agreed: one of them writes, the other says yes.</summary>
public sealed class TalkPage(Db db, Writer writer, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The membership.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The talk; 0 for one that was not planned.</summary>
    [FromRoute(Name = "talk")]
    public long TalkId { get; set; }

    /// <summary>What was agreed, as typed.</summary>
    [BindProperty]
    public RecordForm Record { get; set; } = new();

    /// <summary>Whose talk.</summary>
    public Consent Member { get; private set; } = null!;

    /// <summary>The talk as it stands; null for one that was not planned.</summary>
    public Talk? There { get; private set; }

    /// <summary>Which talk of the two it is, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The other one's first name.</summary>
    public string Other { get; private set; } = "";

    /// <summary>The last working day within four weeks, where the day that was typed lies after it; null otherwise.</summary>
    public DateOnly? Latest { get; private set; }

    private DateOnly Today { get; set; }

    private LocalRedirectResult Talks => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/memberships/{Id}/talks"));

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Record = new RecordForm
        {
            Date = There is { IsPlanned: false } ? There.Date : LocalDay.Text(Today),
            Progress = There is { IsPlanned: true } ? There.Word : There?.Progress,
            AgreedNext = There?.AgreedNext,
            NextDate = There?.NextDate,
            Version = There?.Version ?? 0,
        };
        return Page();
    }

    /// <summary>Shows it to the other one.</summary>
    /// <param name="go">take: the last day that is not too far; sure: the day that was typed all the same.</param>
    public async Task<IActionResult> OnPostAsync(string? go)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var (typed, saved) = (Record, false);
        var met = LocalDay.Read(typed.Date) ?? Today;
        if (go == "take")
        {
            typed.NextDate = LocalDay.Text(TalkCommands.Latest(met));
        }

        if (await TryAsync(writes => saved = TalkRights.Of(Viewer, writes, Id) is { Member: { LeftAt: null } member }
            && TalkCommands.Write(writes, member, TalkId, typed, go == "sure", Today, Me)) && saved)
        {
            return Talks;
        }

        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (Faults.Count > 0)
        {
            Latest = Member.IsOwn && LocalDay.Read(typed.NextDate) is { } next && next.DayNumber - met.DayNumber > Talk.MostDays ? TalkCommands.Latest(met) : null;
            return Again();
        }

        if (There is null)
        {
            return NotFound();
        }

        typed.Version = There.Version;
        return await BothAsync(There.ChangedBy, There.ChangedAt, StaleField.Different(
            new StaleField("How far it is", Slides.Clean(typed.Progress), There.Progress), new StaleField("What each does next", Slides.Clean(typed.AgreedNext), There.AgreedNext),
            new StaleField("Next talk", typed.NextDate ?? "", There.NextDate ?? ""), new StaleField("State", "", There.StandsAt is null ? "" : "It stands")));
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Consent.Find(reads, Id) is { } member && ProgrammeRow.Find(reads, member.ProgrammeId) is { IsArchived: true };

    private bool Load(Reads reads)
    {
        if (TalkRights.Of(Viewer, reads, Id) is not { } there || there.Member is not { LeftAt: null, SupervisorId: { } supervisor })
        {
            return false;
        }

        Member = there.Member;
        Other = there.IsOwner ? Member.SupervisorFirst : Member.First;
        Today = LocalDay.Today(reads, time.GetUtcNow());
        var all = Talk.Of(reads, Member.ProgrammeId, Member.PersonId, supervisor);
        There = all.FirstOrDefault(one => one.Id == TalkId);
        Number = all.Count(one => !one.IsPlanned && one.Id != TalkId) + 1;
        return TalkId == 0 || There is not null;
    }
}
