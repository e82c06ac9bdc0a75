using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Adds one person.</summary>
public sealed class New(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>The fields as typed.</summary>
    [BindProperty]
    public EditForm Form { get; set; } = new();

    /// <summary>What the form offers.</summary>
    public EditChoices Choices { get; private set; } = null!;

    /// <summary>What was done, said once on the list.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows the empty form.</summary>
    public async Task OnGetAsync() => Choices = await Db.ReadAsync(EditChoices.Read);

    /// <summary>Adds the person.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Choices = await Db.ReadAsync(EditChoices.Read);
        long id = 0;
        if (!await TryAsync(writes =>
        {
            var wrong = new Refusals();
            long? manager = null;
            wrong.Of(() => manager = Managers.Find(writes, Form.Manager, 0));
            wrong.Of(() => id = PersonCommands.Add(writes, Form.Details, Viewer.PersonId, new PersonWork(Form.Discipline, Form.Site, manager)));
            wrong.Throw();
            Audit.Note(writes, Viewer.PersonId, null, "add-person", "person", id);
        }))
        {
            return Again();
        }

        Told = $"{Form.Details.Name} is in. Nobody got an e-mail.";
        return RedirectToPage("/People/PeopleList");
    }
}
