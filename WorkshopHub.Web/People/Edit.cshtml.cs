using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People;

/// <summary>One person: who they are, where they work, who leads them and whom they lead.</summary>
public sealed class Edit(Db db, Writer writer, IEnumerable<IManagerFollows> follows, IEnumerable<IPersonGoes> rooms, Endings endings) : OfficePage(db, writer)
{
    /// <summary>The person's id.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The fields as typed.</summary>
    [BindProperty]
    public EditForm Form { get; set; } = new();

    /// <summary>The person as stored.</summary>
    public PersonRow Person { get; private set; } = null!;

    /// <summary>What the form offers.</summary>
    public EditChoices Choices { get; private set; } = null!;

    /// <summary>Where the person takes part.</summary>
    public IReadOnlyList<PartLine> Parts { get; private set; } = [];

    /// <summary>Whom the person leads.</summary>
    public IReadOnlyList<LedLine> Led { get; private set; } = [];

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows the person.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form = EditForm.Of(Person);
        return Page();
    }

    /// <summary>Changes the person, unless somebody else did since the form was shown. A new manager takes over everywhere, and one who is none any more ends.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var saved = false;
        var said = new List<string>();
        var ended = new List<long>();
        if (!await TryAsync(writes => saved = Save(writes, said, ended)))
        {
            return Again();
        }

        ended.ForEach(endings.Of);
        if (saved)
        {
            Told = string.Join(' ', said.Prepend("Saved."));
            return RedirectToPage("/People/Edit", new { id = Id });
        }

        await LoadAsync();
        var theirs = EditForm.Of(Person);
        Form.Version = Person.Version;
        return await BothAsync(Person.ChangedBy, Person.ChangedAt, StaleField.Different(
            new StaleField("Name", Form.Details.Name, Person.Name),
            new StaleField("E-mail", Form.Details.Email ?? "", Person.Email ?? ""),
            new StaleField("Job title", Form.Details.JobTitle, Person.JobTitle),
            new StaleField("Discipline", Line.Clean(Form.Discipline), Person.Discipline),
            new StaleField("Part of the organisation", Form.Details.Unit, Person.Unit),
            new StaleField("Site", Line.Clean(Form.Site), Person.Site),
            new StaleField("Manager", Line.Clean(Form.Manager), theirs.Manager ?? "")));
    }

    /// <summary>Takes the person out of the house.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var gone = false;
        if (!await TryAsync(writes => gone = PersonRemoval.Remove(writes, Id, rooms, Me)))
        {
            Form = EditForm.Of(Person);
            ModelState.Clear();
            return Again();
        }

        endings.Of(Id);
        Told = gone ? $"{Person.Name} is deleted." : $"{Person.Name} took part in something, so what was done stays. The name, the address and the sign-in are taken out.";
        return RedirectToPage("/People/PeopleList");
    }

    private bool Save(Writes writes, List<string> said, List<long> ended)
    {
        var before = PersonRow.Find(writes, Id)!;
        var (wrong, changed) = (new Refusals(), false);
        long? manager = null;
        wrong.Of(() => manager = Managers.Find(writes, Form.Manager, Id));
        wrong.Of(() => changed = PersonCommands.Change(
            writes, Id, Form.Version, Form.Details, Viewer.PersonId, new PersonWork(Form.Discipline, Form.Site, manager)));
        wrong.Throw();
        if (!changed)
        {
            return false;
        }

        if (manager != before.ManagerId)
        {
            NewManager[] change =
            [
                new(Id, Form.Details.Name, before.ManagerId, before.ManagerId is null ? null : before.Manager, manager, manager is { } now ? PersonRow.Find(writes, now)!.Name : null),
            ];
            foreach (var follow in follows)
            {
                var foreseen = follow.Foresee(writes, change);
                if (foreseen.FirstOrDefault(one => one.Refuses) is { } refused)
                {
                    throw new RefusedException("Manager", refused.Words);
                }

                said.AddRange(foreseen.Select(one => one.Words));
                ended.AddRange(follow.Follow(writes, change, Viewer.PersonId));
            }
        }

        return true;
    }

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        Person = PersonRow.Find(reads, Id)!;
        (Choices, Parts, Led) = (EditChoices.Read(reads), PartLine.Of(reads, Id), LedLine.Of(reads, Id));
        return Person is not null;
    });
}
