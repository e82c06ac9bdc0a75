using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Experts;
using IcsCalendar = Ical.Net.Calendar;

namespace WorkshopHub.Web.Sets.Calendars;

/// <summary>A calendar to send.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Bytes">What stands in it.</param>
public sealed record IcsFile(string Name, byte[] Bytes);

/// <summary>Writes calendars as RFC 5545 has them: local times with the organisation's zone, so that a clock change moves nothing.</summary>
public static class Ics
{
    private static readonly DateTime _rulesSince = new(2024, 1, 1);

    /// <summary>What it is sent as.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>A person's calendar; null where there is no such person.</summary>
    public static IcsFile? OfPerson(Reads reads, long person, SiteAddress site) =>
        reads.First<string>("SELECT name FROM person WHERE id = @person", new { person }) is { } name
            ? Write(reads, $"WorkshopHub, {name}", CalendarEntries.OfPerson(reads, person), site) : null;

    /// <summary>A set's calendar; null where there is no such set.</summary>
    public static IcsFile? OfSet(Reads reads, long set, SiteAddress site) =>
        reads.First<string>("SELECT name FROM sets WHERE id = @set", new { set }) is { } name
            ? Write(reads, $"{name}, set meetings", CalendarEntries.OfSet(reads, set), site) : null;

    /// <summary>The hour for which an expert is asked into a meeting: that it is, when and where; not what it is about.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="guest">The invitation.</param>
    /// <param name="path">The guest's own page, beginning with a slash.</param>
    /// <param name="site">The address of the house.</param>
    public static IcsFile OfGuest(Reads reads, GuestInvitation guest, string path, SiteAddress site) =>
        Write(reads, $"{guest.SetName}, {LocalDay.WithMonth(guest.Day)}", [CalendarEntries.OfGuest(guest, path)], site);

    private static IcsFile Write(Reads reads, string name, IReadOnlyList<CalendarEntry> entries, SiteAddress site)
    {
        var (zone, address) = (LocalTime.ZoneOf(reads), site.Of(reads));
        var house = Settings.Get(reads, Settings.ApplicationName) ?? "workshophub";
        var id = TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id;
        var calendar = new IcsCalendar { ProductId = "-//WorkshopHub//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        if (zone != TimeZoneInfo.Utc)
        {
            // The rules of the zone from a year before the first entry on; never from a day to come, which is no rule yet.
            var first = entries.Select(entry => entry.Start.AddYears(-1)).Append(_rulesSince).Min();
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(id, first, false));
        }

        foreach (var entry in entries)
        {
            calendar.Events.Add(Event(entry, zone, zone == TimeZoneInfo.Utc ? "UTC" : id, house, address));
        }

        return new IcsFile($"{Line.Clean(name).Replace('/', ' ')}.ics", Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!));
    }

    private static CalendarEvent Event(CalendarEntry entry, TimeZoneInfo zone, string id, string house, string? address)
    {
        var link = address is null ? null : address + entry.Path;
        var changed = new CalDateTime(Utc.Parse(entry.ChangedAt).UtcDateTime, "UTC");
        var written = new CalendarEvent
        {
            Uid = $"{entry.Key}@{house.ToLowerInvariant()}",
            Summary = entry.Title,
            Description = link,
            Url = link is null ? null : new Uri(link),
            Location = entry.Place.Length > 0 ? entry.Place : null,
            DtStamp = changed,
            LastModified = changed,
            Sequence = (int)entry.Version - 1,
            Status = entry.IsCancelled ? "CANCELLED" : "CONFIRMED",
        };
        if (entry.Starts is null)
        {
            written.Start = new CalDateTime(DateOnly.FromDateTime(entry.Start));
            written.Transparency = "TRANSPARENT";
        }
        else
        {
            // What lasts over a clock change still lasts as long as it was meant to.
            var end = TimeZoneInfo.ConvertTime(LocalTime.Moment(entry.Start, zone).AddMinutes(entry.Minutes), zone).DateTime;
            (written.Start, written.End) = (new CalDateTime(entry.Start, id), new CalDateTime(end, id));
        }

        return written;
    }
}
