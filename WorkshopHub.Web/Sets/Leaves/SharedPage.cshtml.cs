using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What the set has shared, with whom and when, and what waits for a second yes; here it is taken back.</summary>
public sealed class SharedPage(Db db, Writer writer, LiveWire wire, IEnumerable<IShareable> rooms) : SetPage(db, writer)
{
    /// <summary>The sheets that wait, are gone or were taken back.</summary>
    public IReadOnlyList<Sheet> Sheets { get; private set; } = [];

    /// <summary>The items that are shown, wait to be, or were taken back, with their words where they still stand.</summary>
    public IReadOnlyList<(Share Share, SharedThing? Thing)> Items { get; private set; } = [];

    /// <summary>What can be shown, by kind: with its word, and to whom it may be shown now.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<Showable> Items, IReadOnlyList<ShownTo> To)> Showable { get; private set; } = [];

    /// <summary>What a kind is called.</summary>
    public static string WordOf(string kind) => kind switch
    {
        "StudyNote" => "study note",
        "Decision" => "decision",
        "Action" => "action",
        "Outcome" => "outcome",
        "Learning" => "learning of the set",
        "Post" => "learning of yours from a workshop",
        _ => "reflection",
    };

    /// <summary>Who reads sheets, by name.</summary>
    public Readers Readers { get; private set; } = null!;

    /// <summary>Who reads the viewer's own goal and ratings beside themselves; changed on the page of the goal. Empty where there is none.</summary>
    public IReadOnlyList<string> OfGoal { get; private set; } = [];

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day and time of something that happened.</summary>
    public string At(string at) => LocalTime.DayAndClock(Utc.Parse(at), Zone);

    /// <summary>Whether the second yes may be the viewer's.</summary>
    public bool MayConfirm(Share share) => share is { Waits: true, OwnerId: null } && share.AskedBy != Me;

    /// <summary>What was shown is taken back at any time, in the archive too.</summary>
    protected override bool GoesInArchive => Request.HasFormContentType && $"{Request.Form["press"]}".Split('/')[0] is "no" or "sheet-back" or "sheet-drop";

    /// <inheritdoc />
    protected override bool GoesWhenOver => true;

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Somebody shows an item to an audience: their own at once, the set's when a second one has said yes.</summary>
    /// <param name="kind">The kind of the item.</param>
    /// <param name="item">The item.</param>
    /// <param name="audience">To whom.</param>
    public async Task<IActionResult> OnPostShareAsync(string? kind, string? item, string? audience)
    {
        var own = false;
        return await ActAsync(
            writes =>
            {
                if (rooms.FirstOrDefault(room => room.Kind == kind) is not { } room || room.Of(writes, Set.Id, Me).FirstOrDefault(one => one.Id == item) is not { } there)
                {
                    return false;
                }

                own = there.Owner is not null;
                return room.Audiences.Contains(audience ?? "") ? Sharing.Give(writes, kind!, there.Id, Set.Id, there.Owner, audience, Me)
                    : throw new RefusedException($"audience-{kind}", "Choose to whom you show it.");
            },
            () => own ? "It is shown now. You can take it back; that it was shown stays on record." : "It waits for one more yes. Nothing is shown before.");
    }

    /// <summary>A press: yes/{share}, no/{share} (also takes back), sheet-yes/{id}/{version}, sheet-drop/{id}, sheet-back/{id}.</summary>
    public Task<IActionResult> OnPostPressAsync(string? press)
    {
        var words = (press ?? "").Split('/');
        var (verb, id) = (words[0], words.Length > 1 ? words[1] : "");
        _ = long.TryParse(words.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        _ = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var share);
        return ActAsync(
            writes => verb switch
            {
                "yes" => Sharing.Confirm(writes, Set.Id, share, Me),
                "no" => Sharing.Withdraw(writes, Set.Id, share, Me),
                "sheet-yes" => SheetCommands.Confirm(writes, Set.Id, id, version, Me),
                "sheet-drop" => SheetCommands.Drop(writes, Set.Id, id, Me),
                "sheet-back" => SheetCommands.TakeBack(writes, Set.Id, id, Me),
                _ => false,
            },
            () => verb is "yes" or "sheet-yes" ? "It is shown now." : "It is shown no longer. That it was stays on record.");
    }

    private async Task<IActionResult> ActAsync(Func<Writes, bool> act, Func<string> told)
    {
        var done = false;
        if (await TryAsync(writes => done = act(writes)) && done)
        {
            wire.Reread(Channels.Space(Set.Id));
            Told = told();
            return RedirectToPage(new { id = Set.Id });
        }

        await LoadAsync();
        if (Faults.Count > 0)
        {
            return Again();
        }

        Faults["Press"] = "It stands otherwise by now, or the second yes is another person’s. Here is how it is.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        var shares = Share.Of(reads, Set.Id, Me);
        var things = rooms.ToDictionary(room => room.Kind, room => room.Read(reads, [.. shares.Where(share => share.Kind == room.Kind).Select(share => share.ThingId).Distinct()]));
        Items = [.. shares.Select(share => (share, things.GetValueOrDefault(share.Kind)?.GetValueOrDefault(share.ThingId)))];
        (Sheets, Readers) = (Sheet.OfSet(reads, Set.Id), Readers.Of(reads, Set.Id));
        var final = Moments.Of(reads, Set.ProgrammeId).AtFinal;
        Showable = [.. rooms.Select(room => (room.Kind, room.Of(reads, Set.Id, Me), (IReadOnlyList<ShownTo>)[.. ShownTo.All.Where(one =>
            room.Audiences.Contains(one.Key) && (final || one.Key != "Organisation"))])).Where(one => one.Item2.Count > 0 && one.Item3.Count > 0)];
        Zone = LocalTime.ZoneOf(reads);
        OfGoal = MembershipId is { } membership ? GoalReaders(reads, membership) : [];
        return true;
    });

    private static IReadOnlyList<string> GoalReaders(Reads reads, long membership)
    {
        var supervisor = reads.First<string>("SELECT p.name FROM membership m JOIN person p ON p.id = m.supervisor_id WHERE m.id = @membership", new { membership });
        string[] goal = GoalRow.Of(reads, membership) is not { } row ? []
            : [$"Your goal: {string.Join(", ", new[] { row.ToSupervisor ? supervisor : null, "your set’s advisor", row.Shared ? "your set" : null }.OfType<string>())}"];
        var advisors = RatingShown.Of(reads, membership);
        return [.. goal, .. RatingRow.Of(reads, membership)
            .Select(rating => (rating.Moment, Who: advisors.Where(one => one.Moment == rating.Moment).Select(one => one.Name).Prepend(rating.Shared ? supervisor : null).OfType<string>().ToList()))
            .Where(rating => rating.Who.Count > 0)
            .Select(rating => $"Your rating, {Programmes.Goals.Moments.WordsOf(rating.Moment).ToLowerInvariant()}: {string.Join(", ", rating.Who)}")];
    }
}
