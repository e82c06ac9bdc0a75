using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>Where somebody answers a peer who asked what they notice. Only the two read it.</summary>
public sealed class FeedbackPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>What was asked.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The answer as typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The version that was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>How it stands.</summary>
    public PeerFeedback There { get; private set; } = null!;

    /// <summary>The asker's first name.</summary>
    public string First => Called.First(There.Asker);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        (Text, Version) = (There.Text, There.Version);
        return Page();
    }

    /// <summary>Answers.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync((writes, there) => PeerFeedback.Answer(writes, there, Version, Text));

    /// <summary>Would rather not.</summary>
    public Task<IActionResult> OnPostDeclineAsync() => ActAsync((writes, there) => PeerFeedback.Decline(writes, there, Version));

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Load(reads) && Consent.Find(reads, There.MembershipId) is { } asker
        && ProgrammeRow.Find(reads, asker.ProgrammeId) is { IsArchived: true };

    private async Task<IActionResult> ActAsync(Func<Writes, PeerFeedback, bool> act)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var done = false;
        if (await TryAsync(writes => done = PeerFeedback.Find(writes, Id) is { } there && there.PeerId == Me && act(writes, there)) && done)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/feedback/{Id}"));
        }

        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (Faults.Count > 0)
        {
            return Again();
        }

        (Text, Version) = (Text ?? There.Text, There.Version);
        return await BothAsync(There.Peer, There.AnsweredAt ?? There.AskedAt, StaleField.Different(new StaleField("What I noticed", Outcomes.Slides.Clean(Text), There.Text)));
    }

    private bool Load(Reads reads) => (There = PeerFeedback.Find(reads, Id)!) is { State: not "TakenBack" } && There.PeerId == Me
        && AccessTable.Writes(Artefact.PrivateNotes, Role.Member) == Extent.Own;
}
