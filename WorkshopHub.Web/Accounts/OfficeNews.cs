namespace WorkshopHub.Web.Accounts;

/// <summary>
/// Says what the programme office has changed of what open walls, phones, control rooms and composers show. Raised with the
/// programme, in the handler that changed it, after its commit.
/// </summary>
public sealed class OfficeNews
{
    /// <summary>A set has another name, is new or is gone.</summary>
    public event Action<long>? SetsChanged;

    /// <summary>Somebody came into the programme or left it, or moved to another set.</summary>
    public event Action<long>? PeopleChanged;

    /// <summary>Somebody pressed something in the draft of the programme's sets.</summary>
    public event Action<long>? DraftChanged;

    /// <summary>People type another address.</summary>
    public event Action? AddressChanged;

    /// <summary>People type another address.</summary>
    public void OfAddress() => AddressChanged?.Invoke();

    /// <summary>Somebody pressed something in the draft of the programme's sets.</summary>
    public void OfDraft(long programme) => DraftChanged?.Invoke(programme);

    /// <summary>A set of the programme has another name, is new or is gone.</summary>
    public void OfSets(long programme) => SetsChanged?.Invoke(programme);

    /// <summary>Somebody came into the programme or left it, or moved to another set.</summary>
    public void OfPeople(long programme) => PeopleChanged?.Invoke(programme);
}
