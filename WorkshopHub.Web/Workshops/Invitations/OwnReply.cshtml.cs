using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Workshops.Invitations;

/// <summary>Will you come? Everybody answers for themselves, from their own page or from the link that they have.</summary>
public sealed class OwnReply(Db db, Writer writer) : FormPage
{
    private long _person;

    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The workshop that one is asked to.</summary>
    public InvitedWorkshop Workshop { get; private set; } = null!;

    /// <summary>What one answered before: Yes, No or null.</summary>
    public string? Reply { get; private set; }

    /// <summary>Whose supervisor one is.</summary>
    public IReadOnlyList<SupervisedMember> Supervises { get; private set; } = [];

    /// <summary>Whether one came, where the workshop has begun.</summary>
    public bool Came { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>Answers; one may say otherwise later.</summary>
    /// <param name="reply">yes or no.</param>
    public async Task<IActionResult> OnPostAsync(string? reply)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (reply is not ("yes" or "no"))
        {
            return Again("reply", "Will you come, or not?");
        }

        if (Workshop.HasBegun)
        {
            return Again("reply", "It has begun. Come in, or tell the facilitator.");
        }

        await writer.RunAsync(writes =>
        {
            Attendance.Answer(writes, Id, _person, reply == "yes");
            return true;
        });
        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn && viewer.Seat is null)
        {
            return Challenge();
        }

        return await db.ReadAsync<IActionResult?>(reads =>
        {
            if (Access.RepliesAs(viewer, reads, Id) is not { } person || GuestList.Read(reads, Id) is not { } list)
            {
                return Forbid();
            }

            var guest = list.All.FirstOrDefault(one => one.Who.PersonId == person);
            (_person, Workshop, Reply) = (person, list.Workshop, guest?.Kept.Reply ?? Attendance.Find(reads, Id, person)?.Reply);
            (Supervises, Came) = (guest?.Supervises ?? [], guest?.Came ?? false);
            return null;
        }, HttpContext.RequestAborted);
    }
}
