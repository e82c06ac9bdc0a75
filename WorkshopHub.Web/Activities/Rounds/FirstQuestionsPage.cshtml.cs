using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>The first questions of one's own set, or of the sets that one advises, afterwards. Nobody else may open it.</summary>
public sealed class FirstQuestionsPage(Db db, ActivityKinds kinds) : PageModel
{
    /// <summary>The rounds.</summary>
    public Activity Activity { get; private set; } = new();

    /// <summary>Each set with what it kept.</summary>
    public IReadOnlyList<(RoomSet Set, IReadOnlyList<FirstQuestion> Questions)> Sets { get; private set; } = [];

    /// <summary>The phone to go back to, or null for who has signed in.</summary>
    public string? Back { get; private set; }

    /// <summary>The questions.</summary>
    public async Task<IActionResult> OnGetAsync(long activity)
    {
        var viewer = await HttpContext.ViewerAsync();
        var seat = viewer.Seat is { } held && FirstQuestions.IsKnown(held) ? held : null;
        await db.ReadAsync(reads => Load(reads, activity, viewer.PersonId, seat), HttpContext.RequestAborted);
        Back = viewer.IsSignedIn || seat is null ? null : string.Create(CultureInfo.InvariantCulture, $"/w/{seat.WorkshopId}");
        return Sets.Count > 0 ? Page() : viewer.IsSignedIn || viewer.Seat is not null ? NotFound() : Challenge();
    }

    /// <summary>A phone that is let in opens what was kept in its own workshop, no other.</summary>
    private bool Load(Reads reads, long id, long? signedIn, Seat? seat)
    {
        if (Activity.Find(reads, id) is not { } activity || !kinds.Has(activity.Kind) || kinds.Of(activity) is not RoundsKind
            || (signedIn ?? (seat?.WorkshopId == activity.WorkshopId ? seat.PersonId : null)) is not { } person)
        {
            return false;
        }

        Activity = activity;
        Sets = [.. FirstQuestion.SetsOf(reads, activity, person).Select(set => (set, FirstQuestion.Of(reads, id, set.Id)))];
        return true;
    }
}
