using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>One person in a programme: who they are, their set, their roles.</summary>
public sealed partial class OnePerson(Db db, Writer writer, Endings endings, OfficeNews news, SiteAddress site, MailHouse mail, DueSoon soon) : ProgrammePage(db, writer)
{
    /// <summary>The person's id.</summary>
    [FromRoute]
    public long PersonId { get; set; }

    /// <summary>The fields as typed.</summary>
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    /// <summary>The person as stored.</summary>
    public PersonRow Person { get; private set; } = null!;

    /// <summary>The programme around.</summary>
    public ProgrammeView View { get; private set; } = null!;

    /// <summary>The person's place in a set, or null.</summary>
    public MemberRow? Member => View.Members.FirstOrDefault(member => member.PersonId == PersonId);

    /// <summary>The person's other roles.</summary>
    public IReadOnlyList<RoleRow> Roles => [.. View.Roles.Where(role => role.PersonId == PersonId)];

    /// <summary>What is asked where it is not clear who the supervisor is, or null.</summary>
    public SupervisorAsk? Ask { get; private set; }

    /// <summary>Shows the person.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    /// <summary>Changes who it is, unless somebody else did since the form was shown.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var saved = false;
        if (!await TryAsync(writes => saved = PersonCommands.Change(writes, PersonId, Form.Version, Form.Details, Viewer.PersonId)))
        {
            return Again();
        }

        if (saved)
        {
            return Back();
        }

        await LoadAsync();
        Form.Version = Person.Version;
        return await BothAsync(Person.ChangedBy, Person.ChangedAt, StaleField.Different(
            new StaleField("Name", Form.Details.Name, Person.Name),
            new StaleField("E-mail", Form.Details.Email ?? "", Person.Email ?? ""),
            new StaleField("Job title", Form.Details.JobTitle, Person.JobTitle),
            new StaleField("Part of the organisation", Form.Details.Unit, Person.Unit)));
    }

    /// <summary>Gives a role.</summary>
    public Task<IActionResult> OnPostRoleAsync() => DoAsync(writes =>
        RoleCommands.Give(writes, Id, PersonId, Form.Role ?? "", Form.SetId, Viewer.PersonId));

    /// <summary>Takes a role away.</summary>
    /// <param name="role">The assignment's id.</param>
    public Task<IActionResult> OnPostTakeAsync(long role) => DoAsync(writes =>
        RoleCommands.Take(writes, Id, PersonId, role, Viewer.PersonId));

    /// <summary>Takes the person out of the programme altogether.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        IReadOnlyList<long> touched = [];
        if (!await TryAsync(writes => touched = Touched.By(writes, Id, () =>
        {
            foreach (var member in MemberRow.Of(writes, Id).Where(member => member.PersonId == PersonId))
            {
                SetMembers.Leave(writes, member.SetId, PersonId, Viewer.PersonId);
            }

            SetMembers.SuperviseNobody(writes, Id, PersonId, Viewer.PersonId);
            RoleCommands.TakeAll(writes, Id, PersonId, Viewer.PersonId);
            Audit.Note(writes, Viewer.PersonId, null, "remove-from-programme", "person", PersonId, Id);
        })))
        {
            Fill();
            return Again();
        }

        endings.OfAll([PersonId, .. touched]);
        news.OfPeople(Id);
        return RedirectToPage("/Programmes/Show", null, new { id = Id }, "sets");
    }

    private async Task<IActionResult> DoAsync(Action<Writes> command, string? seat = null)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        IReadOnlyList<long> touched = [];
        var (typed, isStale) = (Form, false);
        if (await TryAsync(writes =>
        {
            isStale = seat is not null && !typed.Saw(MemberRow.Of(writes, Id).FirstOrDefault(member => member.PersonId == PersonId));
            touched = isStale ? [] : Touched.By(writes, Id, () => command(writes));
        }))
        {
            if (isStale)
            {
                return await BothSeatsAsync(typed, seat!);
            }

            endings.OfAll([PersonId, .. touched]);
            news.OfPeople(Id);
            return Back();
        }

        Fill();
        Form.Role = typed.Role;
        if (seat is not null)
        {
            KeepSeat(typed);
            (Form.Membership, Form.MembershipVersion) = (typed.Membership, typed.MembershipVersion);
        }

        Ask = Faults.ContainsKey("Supervisor") ? await Db.ReadAsync(reads => SupervisorAsk.Of(reads, typed.SupervisorWords)) : null;
        return Again();
    }

    private RedirectToPageResult Back() => RedirectToPage("/Programmes/OnePerson", new { id = Id, personId = PersonId });

    private void Fill() => Form = new PersonForm
    {
        Name = Person.Name,
        Email = Person.Email,
        JobTitle = Person.JobTitle,
        Unit = Person.Unit,
        Version = Person.Version,
        SetId = Member?.SetId,
        Membership = Member?.Id,
        MembershipVersion = Member?.Version ?? 0,
        Supervisor = Member?.Supervisor,
        Role = "",
    };

    private async Task<bool> LoadAsync()
    {
        var (view, person) = await Db.ReadAsync(reads =>
        {
            LoadSignIn(reads);
            return (ProgrammeView.Read(reads, Id), PersonRow.Find(reads, PersonId));
        });
        if (view is null || person is null || !(view.Has(PersonId) || Access.MayRunOffice(Viewer)))
        {
            return false;
        }

        (View, Person) = (view, person);
        return true;
    }
}
