using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Agenda;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>A page of paper for one workshop: what stands on every sheet.</summary>
public abstract class SheetPage(Db db, Writer writer, SiteAddress site) : WorkshopPage(db, writer)
{
    private readonly Writer _writer = writer;

    /// <summary>The workshop as it stands on paper.</summary>
    public SheetHead Head { get; private set; } = new();

    /// <summary>The sets in order.</summary>
    public IReadOnlyList<SheetSet> Sets { get; private set; } = [];

    /// <summary>What people type to come here, without a scheme; null where nobody has chosen it yet.</summary>
    public string? Typed => Address?.Split("://")[^1];

    /// <summary>What the room's QR holds; null while there is no address or the room has no code yet.</summary>
    public string? RoomQr => Address is null || Head.RoomToken is null ? null : $"{Address}/J/{Head.RoomToken}".ToUpperInvariant();

    /// <summary>What a personal QR holds.</summary>
    public string PersonalQr(string token) => $"{Address}/I/{token}".ToUpperInvariant();

    /// <summary>The six digits as people read them; empty while there are none.</summary>
    public string Code => Head.RoomCode is { } code ? Rooms.Spoken(code) : "";

    /// <summary>The house's address, or null.</summary>
    protected string? Address { get; private set; }

    /// <summary>Writing.</summary>
    protected Writer Writer => _writer;

    /// <summary>Reads it; false where there is no such workshop.</summary>
    protected async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        if (SheetHead.Read(reads, Id) is not { } head)
        {
            return false;
        }

        (Head, Sets, Address) = (head, SheetSet.Of(reads, head.ProgrammeId), site.Of(reads));
        return true;
    }, HttpContext.RequestAborted);
}
