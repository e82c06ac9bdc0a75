using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>All pushes about who is in the room and who stands at its door.</summary>
public sealed class JoinLive(LiveWire wire)
{
    /// <summary>Raised after somebody came, left or was vouched for; the control room and the join wall count people by it.</summary>
    public event Action<long>? PeopleChanged;

    /// <summary>Somebody came, left or was vouched for.</summary>
    public void Changed(long workshop) => PeopleChanged?.Invoke(workshop);

    /// <summary>A phone asks for a name, or was answered: the phone that has the name and the control rooms are told.</summary>
    public void ClaimChanged(long workshop, long participant)
    {
        foreach (var channel in (ReadOnlySpan<string>)[Channels.Participant(participant), Channels.Control(workshop)])
        {
            wire.Reread(channel);
        }

        Changed(workshop);
    }
}
