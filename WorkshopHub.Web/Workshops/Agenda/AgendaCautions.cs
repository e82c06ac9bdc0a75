using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>What experience advises against, item by item. It never stops anybody.</summary>
internal sealed class AgendaCautions(Reads reads, AgendaWorkshop workshop, IReadOnlyList<AgendaLine> lines)
{
    /// <summary>After so many minutes people need a break.</summary>
    private const long WithoutBreak = 110;

    private readonly IReadOnlyList<string> _present = reads.Query<string>("""
        SELECT role FROM role_assignment WHERE programme_id = @ProgrammeId
        UNION SELECT 'Member' FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @ProgrammeId AND m.left_at IS NULL
        UNION SELECT 'Supervisor' FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @ProgrammeId AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
        UNION SELECT 'Guest'
        """, new { workshop.ProgrammeId });

    private long _satSince;
    private bool _told;

    /// <summary>The same lines with their cautions.</summary>
    public IReadOnlyList<AgendaLine> All() => [.. lines.Select((line, place) => line with { Cautions = [.. Of(line, place)] })];

    private IEnumerable<string> Of(AgendaLine line, int place)
    {
        var item = line.Item;
        var absent = item.IsRun ? item.Roles.Where(role => !_present.Contains(role, StringComparer.Ordinal)).ToList() : [];
        if (absent.Count > 0)
        {
            yield return $"This programme has no {string.Join(" and no ", absent.Select(role => role.ToLowerInvariant()))} yet.";
        }

        if (item.Wanted is { Length: > 0 } wanted)
        {
            yield return $"It was to take up “{wanted.Split(':')[^1]}” of the {Spoken(wanted.Split(':')[0])}, which is not there. It asks anew. Save it to keep it so.";
        }

        if ((item.IsRun ? null : TooEarly(item.ActivityId, place, "It shows")) is { } early)
        {
            yield return early;
        }

        if (item.IsRun && item.SourceId is { } source && TooEarly(source, place, "It is about") is { } about)
        {
            yield return about;
        }

        if (item.IsRun && line.Kind.Lacks(reads, item.Activity) is { } lacks)
        {
            yield return lacks;
        }

        if (line.Doing == Doing.Talk && item.Minutes > 30)
        {
            yield return "One person talks for long. People learn more when they talk with each other.";
        }

        if (Seated(line) is { } seated)
        {
            yield return $"{AgendaView.Words(seated)} without a break.";
        }

        if (workshop.Over(line.Until) is > 0 and var over && workshop.Over(line.From) <= 0)
        {
            yield return $"It ends at {line.Ends}, {AgendaView.Words(over)} after the room’s time ({workshop.Ends}).";
        }
    }

    /// <summary>The minutes that people have sat when this item ends, where that first is too long.</summary>
    private long? Seated(AgendaLine line)
    {
        if (line.Doing == Doing.Rest || line.Kind.LayoutOf(line.Item.Activity) == WallLayout.Join)
        {
            (_satSince, _told) = (line.Until, false);
            return null;
        }

        var sat = line.Until - _satSince;
        if (sat <= WithoutBreak || _told)
        {
            return null;
        }

        _told = true;
        return sat;
    }

    private string? TooEarly(long activity, int place, string what) =>
        lines.Take(place).Any(line => line.Item.IsRun && line.Item.ActivityId == activity) ? null
        : lines.FirstOrDefault(line => line.Item.IsRun && line.Item.ActivityId == activity) is { } later
            ? $"{what} “{later.Item.Title}”, which comes only at {later.Starts}." : null;

    private static string Spoken(string workshop) => workshop switch { "KickOff" => "kick-off", "MidTerm" => "mid-term", _ => "final" };
}
