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
/// <param name="Caution">What experience advises against, or null. It never stops anybody.</param>
public sealed record AgendaLine(
    AgendaItem Item, ActivityKind Kind, Doing Doing, long From, string Starts, string Ends, string? Caution)
{
    /// <summary>Kind and who takes part, e.g. Posts. Members and Advisors.</summary>
    public string Small => Doing == Doing.Rest ? "" : Item.Roles.Count == 0
        ? $"{Word}. Everybody" : $"{Word}. {string.Join(", ", Item.Roles.Select(role => role + "s"))}";

    private string Word => Doing switch { Doing.Talk => "Talk", Doing.Conversation => "Conversation", _ => Kind.Name };

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
    public long Total => Lines.Sum(line => line.Item.Minutes);

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

        var present = reads.Query<string>("""
            SELECT role FROM role_assignment WHERE programme_id = @ProgrammeId
            UNION SELECT 'Member' FROM membership m JOIN sets s ON s.id = m.set_id
              WHERE s.programme_id = @ProgrammeId AND m.left_at IS NULL
            UNION SELECT 'Supervisor' FROM membership m JOIN sets s ON s.id = m.set_id
              WHERE s.programme_id = @ProgrammeId AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
            UNION SELECT 'Guest'
            """, new { workshop.ProgrammeId });
        List<AgendaLine> lines = [];
        long from = 0, seated = 0;
        foreach (var item in AgendaItem.Of(reads, id))
        {
            var kind = kinds[item.Kind];
            var doing = kind.DoingOf(item.Activity);
            seated = doing == Doing.Rest ? 0 : seated + item.Minutes;
            lines.Add(new AgendaLine(item, kind, doing, from, At(workshop.Starts, from), At(workshop.Starts, from + item.Minutes),
                Caution(item, doing, present, seated)));
            from += item.Minutes;
        }

        return new AgendaView(workshop, lines, reads.First<string>(
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

    private static string? Caution(AgendaItem item, Doing doing, IReadOnlyList<string> present, long seated) =>
        item.Roles.Where(role => !present.Contains(role, StringComparer.Ordinal)).ToList() is { Count: > 0 } absent
            ? $"This programme has no {string.Join(" and no ", absent.Select(role => role.ToLowerInvariant()))} yet."
            : doing == Doing.Talk && item.Minutes > 30 ? "One person talks for long. People learn more when they talk with each other."
            : doing == Doing.Phones && item.Minutes > 30 ? "A long time with phones up. Typing goes quickly; conversation takes time."
            : seated >= 150 && seated - item.Minutes < 150 ? $"{Words(seated)} without a break."
            : null;
}
