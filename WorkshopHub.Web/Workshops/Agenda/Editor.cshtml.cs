using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>The agenda of a workshop: its items in order, their times, and the form of one of them.</summary>
public sealed partial class Editor(Db db, Writer writer, ActivityKinds kinds, WorkshopsLive live) : WorkshopPage(db, writer)
{
    private static readonly Dictionary<string, string> _none = [];

    /// <summary>The item that is edited.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Item { get; set; }

    /// <summary>A new item comes behind this one; 0 is the top, -1 the end.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    /// <summary>Kind of a new item.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>The earlier activity that a new item takes up.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Of { get; set; }

    /// <summary>Reveal or Review, with <see cref="Of"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    /// <summary>The item's form.</summary>
    [BindProperty]
    public ItemForm Form { get; set; } = new();

    /// <summary>The agenda.</summary>
    public AgendaView View { get; private set; } = null!;

    /// <summary>The form to show, or null.</summary>
    public ItemPanel? Panel { get; private set; }

    /// <summary>The item whose minutes were not taken, and what was wanted.</summary>
    public (long Item, string Typed)? WrongMinutes { get; private set; }

    /// <summary>Shows the agenda.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (View.Lines.FirstOrDefault(line => line.Item.Id == Item) is { } line)
        {
            Form = ItemForm.From(line.Item);
            Panel = PanelOf(line.Kind, line.Item.Settings, _none);
        }
        else if (After is not null && TakenUp(Of) is { } of)
        {
            var acts = kinds[of.Kind].Acts(of.Activity);
            var act = acts.FirstOrDefault(one => one.ToString() == Act, acts[^1]);
            Form = new ItemForm { Title = of.Title, Act = act.ToString(), Of = of.Id, Minutes = "10" };
            Panel = PanelOf(kinds[of.Kind], of.Settings, _none);
        }
        else if (After is not null && KindOf(Kind) is { } kind)
        {
            Panel = PanelOf(kind, kind.NewSettings, _none);
        }

        return Page();
    }

    /// <summary>Saves the item's form: a new item, or a change of one unless somebody else changed it meanwhile.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var line = View.Lines.FirstOrDefault(one => one.Item.Id == Item);
        var of = line is { Item.IsOwn: false } ? null : TakenUp(Form.Of);
        if ((line?.Kind ?? KindOf(of?.Kind ?? Form.Kind)) is not { } kind || (Item is not null && line is null))
        {
            return NotFound();
        }

        var settings = of is not null || line is { Item.IsOwn: false }
            ? new SettingsForm(of?.Settings ?? line!.Item.Settings, _none) : kind.ReadSettings(Request.Form);
        var details = Form.Details(kind, settings.Json, line?.Item);
        var (id, saved) = (Item ?? 0, true);
        if ((of is not null || line is { Item.IsOwn: false })
            && kind.Acts(of?.Activity ?? line!.Item.Activity).All(act => act.ToString() != details.Act) && details.Act != line?.Item.Act)
        {
            Faults["Act"] = $"{kind.Name} can’t do that. Choose one from the list.";
        }
        else if (of is null && line is not { Item.IsOwn: false } && !Offered(kind, details, line?.Item))
        {
            Faults["NameMode"] = "Choose one from the list.";
        }
        else if (settings.Problems.Count > 0)
        {
            Faults["Settings"] = "Something in the settings doesn’t fit.";
        }
        else
        {
            await TryAsync(writes =>
            {
                if (line is null)
                {
                    id = AgendaCommands.Add(writes, Id, details, After == -1 ? null : After, Viewer.PersonId);
                }
                else
                {
                    saved = AgendaCommands.Change(writes, Id, id, Form.Version, details, Viewer.PersonId);
                }
            });
        }

        if (Faults.Count == 0 && saved)
        {
            return await ChangedAsync(id);
        }

        await LoadAsync();
        Panel = PanelOf(kind, settings.Json, settings.Problems);
        return Faults.Count > 0 ? Again() : await StaleAsync(id, details);
    }

    /// <summary>Gives an item more or fewer minutes.</summary>
    /// <param name="item">The item.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="minutes">As typed.</param>
    /// <param name="more">Minutes to add to those typed.</param>
    public async Task<IActionResult> OnPostMinutesAsync(long item, long version, string? minutes, int more)
    {
        var saved = false;
        var wanted = ItemDetails.ReadMinutes(minutes) + more;
        var kept = await TryAsync(writes => saved = AgendaCommands.SetMinutes(writes, Id, item, version, wanted));
        if (kept && saved)
        {
            return await ChangedAsync(null, item);
        }

        Item = null;
        if (!await LoadAsync() || View.Lines.FirstOrDefault(line => line.Item.Id == item) is not { Item: var now })
        {
            return NotFound();
        }

        ModelState.Clear();
        WrongMinutes = (item, kept ? $"{wanted}" : minutes ?? "");
        return kept
            ? await BothAsync(now.ChangedBy, now.ChangedAt, [new StaleField($"Minutes of {now.Title}", $"{wanted}", $"{now.Minutes}")], $"mins-{item}")
            : Again();
    }

    /// <summary>Moves, copies or removes an item, or puts the last removed one back.</summary>
    /// <param name="up">The item to move up.</param>
    /// <param name="down">The item to move down.</param>
    /// <param name="copy">The item to copy.</param>
    /// <param name="remove">The item to remove.</param>
    /// <param name="move">The item to move to a place.</param>
    /// <param name="place">That place, from 0.</param>
    /// <param name="back">Whether to put back what was removed last.</param>
    public async Task<IActionResult> OnPostRowAsync(
        long? up, long? down, long? copy, long? remove, long? move, int? place, bool back)
    {
        var shown = up ?? down ?? move;
        var kept = await TryAsync(writes =>
        {
            if (up is { } rises)
            {
                AgendaCommands.Step(writes, Id, rises, -1);
            }
            else if (down is { } sinks)
            {
                AgendaCommands.Step(writes, Id, sinks, 1);
            }
            else if (move is { } moved && place is { } to)
            {
                AgendaCommands.Move(writes, Id, moved, to);
            }
            else if (copy is { } copied)
            {
                shown = AgendaCommands.Copy(writes, Id, copied, Viewer.PersonId);
            }
            else if (remove is { } gone)
            {
                AgendaCommands.Remove(writes, Id, gone, Viewer.PersonId);
            }
            else if (back)
            {
                AgendaCommands.PutBack(writes, Id, Viewer.PersonId);
            }
        });
        return kept ? await ChangedAsync(null, shown, remove is null ? null : "undo") : await LoadAsync() ? Again() : NotFound();
    }

    /// <summary>Adds a template's items behind what is there.</summary>
    /// <param name="template">Its key.</param>
    public async Task<IActionResult> OnPostTemplateAsync(string? template)
    {
        if (await LoadAsync())
        {
            await TryAsync(writes => AgendaTemplates.Find(writes, template)?.Use(writes, kinds, Id, Viewer.PersonId));
        }

        return await ChangedAsync(null);
    }

    /// <summary>Opens the room and goes to the control room.</summary>
    public async Task<IActionResult> OnPostOpenAsync()
    {
        await TryAsync(writes =>
        {
            if (Rooms.Open(writes, Id) is not null)
            {
                Audit.Note(writes, Viewer.PersonId, Id, "open", "workshop", Id);
            }
        });
        await live.NowChangedAsync(Id);
        return LocalRedirect($"/w/{Id}/control");
    }

    private async Task<RedirectToPageResult> ChangedAsync(long? item, long? shown = null, string? at = null)
    {
        await live.NowChangedAsync(Id);
        return RedirectToPage("/Workshops/Agenda/Editor", null, new { id = Id, item }, (shown ?? item) is { } row ? $"item-{row}" : at);
    }
}
