using System.Globalization;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>An item with its times.</summary>
/// <param name="Item">The item.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Doing">What most people do.</param>
/// <param name="From">Minutes from the start of the day.</param>
/// <param name="Starts">Local time, HH:mm.</param>
/// <param name="Ends">Local time, HH:mm.</param>
public sealed record AgendaLine(
    AgendaItem Item, ActivityKind Kind, Doing Doing, long From, string Starts, string Ends)
{
    /// <summary>What experience advises against. It never stops anybody.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>Minutes from the start of the day to its end.</summary>
    public long Until => From + Item.Minutes;

    /// <summary>Kind and who takes part, e.g. Posts. Members and Advisors.</summary>
    public string Small => Doing == Doing.Rest ? "" : (!Item.IsOwn
        ? $"{Kind.Name}. {Does} “{Item.ActivityTitle}”{(Item.Home == Item.WorkshopId ? "" : $" of {Item.HomeTitle}")}"
        : Item.Roles.Count == 0
        ? $"{Word}. Everybody" : $"{Word}. {string.Join(", ", Item.Roles.Select(role => role + "s"))}")
        + (Item.Room == 0 ? "" : Item.Room == 1 ? ". First room" : ". Second room");

    private string Does => Item.Act switch { "Reveal" => "Shows", "Review" => "Looks again at", _ => "Goes on with" };

    private string Word => Kind.NameFor(Doing);

    /// <summary>Name of the icon.</summary>
    public string Icon => Doing switch { Doing.Rest => "a-break", Doing.Conversation => "a-rounds", _ => Kind.Icon };

    /// <summary>The css class of the day's ruler.</summary>
    public string Ink => Doing switch { Doing.Talk => "t-talk", Doing.Conversation => "t-conv", Doing.Rest => "t-rest", _ => "t-phone" };
}

/// <summary>An agenda with its times, as the editor, the ruler and the printed run of show need it.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Lines">The items in order, with their times.</param>
/// <param name="Undo">Title of the item that was removed last, or null.</param>
public sealed record AgendaView(AgendaWorkshop Workshop, IReadOnlyList<AgendaLine> Lines, string? Undo)
{
    /// <summary>How long all takes, in minutes.</summary>
    public long Total => Lines.Select(line => line.Until).DefaultIfEmpty().Max();

    /// <summary>Local time at which the day ends.</summary>
    public string Ends => At(Workshop.Starts, Total);

    /// <summary>Minutes spent like this.</summary>
    public long Spent(Doing doing) => Lines.Where(line => line.Doing == doing).Sum(line => line.Item.Minutes);

    /// <summary>Items in which people do something themselves.</summary>
    public int Active => Lines.Count(line => line.Doing is Doing.Conversation or Doing.Phones);

    /// <summary>Reads it; null where there is no such workshop.</summary>
    public static AgendaView? Read(Reads reads, ActivityKinds kinds, long id)
    {
        if (AgendaWorkshop.Find(reads, id) is not { } workshop)
        {
            return null;
        }

        List<AgendaLine> lines = [];
        long[] free = [0, 0];
        foreach (var item in AgendaItem.Of(reads, id))
        {
            var kind = kinds[item.Kind];
            int[] rooms = item.Room == 0 ? [0, 1] : [(int)item.Room - 1];
            var from = rooms.Max(room => free[room]);
            Array.ForEach(rooms, room => free[room] = from + item.Minutes);
            lines.Add(new AgendaLine(
                item, kind, kind.DoingOf(item.Activity), from, At(workshop.Starts, from), At(workshop.Starts, from + item.Minutes)));
        }

        return new AgendaView(workshop, new AgendaCautions(reads, workshop, lines).All(), reads.First<string>(
            "SELECT title FROM agenda_removed WHERE workshop_id = @id ORDER BY id DESC LIMIT 1", new { id }));
    }

    /// <summary>The full hours of the day for the ruler: minutes from the start, and the label.</summary>
    public IEnumerable<(long Minute, string Label)> Hours()
    {
        var start = TimeOnly.ParseExact(Workshop.Starts, "HH:mm", CultureInfo.InvariantCulture);
        for (var minute = (60 - start.Minute) % 60; minute <= Total; minute += 60)
        {
            yield return (minute, start.AddMinutes(minute).ToString("H:mm", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Minutes in words: 45 min, 2 h, 2 h 15.</summary>
    public static string Words(long minutes) => minutes < 60 ? $"{minutes} min"
        : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h{(minutes % 60 == 0 ? "" : $" {minutes % 60:00}")}");

    private static string At(string starts, long minutes) => TimeOnly.ParseExact(starts, "HH:mm", CultureInfo.InvariantCulture)
        .AddMinutes(minutes).ToString("HH:mm", CultureInfo.InvariantCulture);
}
