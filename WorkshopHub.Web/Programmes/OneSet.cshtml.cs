using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>A set: what came to it from the workshops, for the set and its advisor too; renaming and removing it, for the office.</summary>
public sealed class OneSet(Db db, Writer writer, OfficeNews news, Endings endings, IEnumerable<IOwnLinks> links) : ProgrammePage(db, writer)
{
    /// <summary>The set's id.</summary>
    [FromRoute]
    public long SetId { get; set; }

    /// <summary>Its name as typed.</summary>
    [BindProperty]
    public string? SetName { get; set; }

    /// <summary>The version that the form was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The set as it stands.</summary>
    public SetRow Set { get; private set; } = null!;

    /// <summary>How many are in it.</summary>
    public int Members { get; private set; }

    /// <summary>What workshops left for it, as far as the viewer may read it.</summary>
    public FromWorkshops From { get; private set; } = null!;

    /// <summary>What other rooms have for the viewer as somebody of this set: the report to write, what was kept.</summary>
    public IReadOnlyList<OwnLink> Links { get; private set; } = [];

    /// <summary>Who is in the set, with what they are willing to risk: for its members and its advisor alone.</summary>
    public IReadOnlyList<Consent> Consents { get; private set; } = [];

    /// <summary>What the sets may decide, as the sponsor signed it; null where nobody has.</summary>
    public Authority? Authority { get; private set; }

    /// <summary>Whether the viewer may change the set; its members and its advisor only read.</summary>
    public bool MayEdit { get; private set; }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) =>
        base.MayToo(reads) || (HttpMethods.IsGet(Request.Method) && FromWorkshops.IsOf(reads, SetId, Viewer.PersonId));

    /// <summary>Shows the set.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        (SetName, Version) = (Set.Name, Set.Version);
        return Page();
    }

    /// <summary>Renames it, unless somebody else did since the form was shown.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var saved = false;
        var kept = await TryAsync(writes => saved = SetCommands.Rename(writes, Id, SetId, Version, SetName, Viewer.PersonId));
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!kept)
        {
            return Again();
        }

        if (saved)
        {
            news.OfSets(Id);
            return RedirectToPage("/Programmes/Show", null, new { id = Id }, "sets");
        }

        Version = Set.Version;
        return await BothAsync(Set.ChangedBy, Set.ChangedAt,
            StaleField.Different(new StaleField("Name", SetName ?? "", Set.Name)));
    }

    /// <summary>Removes it; who was in it stays known.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        IReadOnlyList<long> people = [];
        if (await TryAsync(writes => people = Touched.By(writes, Id, () =>
        {
            RoleCommands.FreeFromSet(writes, Id, SetId);
            SetCommands.Remove(writes, Id, SetId);
            Audit.Note(writes, Viewer.PersonId, null, "remove", "sets", SetId);
        })))
        {
            endings.OfAll(people);
            news.OfSets(Id);
            return RedirectToPage("/Programmes/Show", null, new { id = Id }, "sets");
        }

        if (!await LoadAsync())
        {
            return NotFound();
        }

        (SetName, Version) = (Set.Name, Set.Version);
        return Again();
    }

    private async Task<bool> LoadAsync()
    {
        return await Db.ReadAsync(reads =>
        {
            Set = SetRow.Find(reads, Id, SetId)!;
            if (Set is null)
            {
                return false;
            }

            Members = MemberRow.Of(reads, Id).Count(member => member.SetId == SetId);
            MayEdit = Access.MayRunProgramme(Viewer, reads, Id);
            Links = Viewer.PersonId is { } person
                ? [.. links.SelectMany(room => room.Of(reads, person)).Where(link => link.SetId == SetId)] : [];
            var isOf = FromWorkshops.IsOf(reads, SetId, Viewer.PersonId);
            From = FromWorkshops.OfSet(reads, SetId, isOf);
            Consents = isOf ? Consent.OfSet(reads, SetId) : [];
            Authority = Authority.Of(reads, Id);
            return true;
        });
    }
}
