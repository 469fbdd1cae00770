/**
 * Libraries of Windows that programs load by bare name, and that attackers therefore lay beside a
 * program of theirs. Names as seen in published search-order hijacks; in lower case.
 */
export const WINDOWS_LIBRARIES: ReadonlySet<string> = new Set(
  `amsi aclui apphelp appwiz.cpl atl audioses authz avrt bcrypt bcryptprimitives bcp47langs bluetoothapis bthprops.cpl cabinet
  cabview certcli certenroll cfgmgr32 clbcatq cldapi clusapi cmpbk32 coloradapterclient colorui comdlg32 comctl32 credui cryptbase
  cryptdll cryptnet cryptsp cryptui cryptxml cscapi cscobj cscui ctl3d32 d2d1 d3d10 d3d10core d3d10_1 d3d11 d3d12 d3d8 d3d9 d3dx9_43
  dataexchange davclnt davhlpr dbgcore dbghelp dbgmodel dcomp ddraw defragproxy desktopshellext deviceassociation devobj devrtl dhcpcsvc
  dhcpcsvc6 directmanipulation dismapi dnsapi dpx drprov dsound dsparse dsprop dsreg dsrole duser dui70 dwmapi dwmcore dwrite dxcore
  dxgi dxva2 dynamoapi eappcfg eappprxy edgeiso edputil efsadu efsutil esent evr explorerframe fastprox faultrep fddevquery
  feclient fhsvcctl fltlib fontsub framedynos fveapi fwbase fwpolicyiomgr fwpuclnt fxsapi fxsst gdiplus getuname gpapi hid hnetmon
  httpapi icmp idstore ieadvpack iedkcs32 iernonce iertutil ifmon imm32 inproc_pluginproxy iphlpapi iri iscsidsc iscsium isv joinutil
  kdscli ksuser ktmw32 licensemanagerapi linkinfo loadperf logoncli logoncontroller lpksetupproxyserv lrwizdll magnification
  maintenanceui mapistub mbaexmlparser mdmdiagnostics mf mfc42u mfcore mfplat mi midimap mintdh miutils mlang mmdevapi
  mobilenetworking mpr mprapi mrmcorer msacm32 mscms mscoree msctf msctfmonitor msdrm msdtctm msftedit msi msiso msutb msvcp110_win
  mswb7 mswsock msxml3 mtxclu napinsp ncrypt ndfapi netapi32 netid netiohlp netjoin netplwiz netprofm netprovfw netsetupapi
  netshell nettrace netutils networkexplorer newdev ninput nlaapi nlansp_c npmproxy nshhttp nshipsec nshwfp ntdsapi ntlanman
  ntlmshared ntmarta ntshrui oleacc omadmapi onex opcservices osbaseln osksupport osuninst p2p p2pnetsh p9np pcaui pdh peerdistsh
  pkeyhelper pla playsndsrv pnrpnsp policymanager polstore powrprof printui prntvpt profapi propsys proximitycommon
  proximityservicepal prvdmofcomp puiapi radcui rasapi32 rasauto rasdlg raschap rasgcw rasman rasmontr reagent regapi reseteng resutils
  rmclient rpcnsh rsaenh rtutils rtworkq samcli samlib sapi_onecore sas scansetting scecli schedcli secur32 security sensapi
  shell32 shfolder slc snmpapi spectrumsyncclient spp sppc sppcext srclient srcore srmtrace srpapi srvcli ssp_isv sspicli ssshim
  staterepository.core structuredquery sxshared systemsettingsthresholdadminflowui tapi32 tbs tdh textshaping timesync tpmcoreprovisioning
  tquery tsworkspace ttdrecord twext twinapi twinui.appcore uianimation uiautomationcore uireng uiribbon umpdc unattend updatepolicy
  upshared urlmon userenv utildll uxinit uxtheme vaultcli vdsutil version virtdisk vssapi vsstrace wbemcomn wbemprox wbemsvc wcmapi
  wcnnetsh wdi wdscore webservices wecapi wer wevtapi whhelper wimgapi winbio winbrand windows.storage windows.storage.search
  windowscodecs windowscodecsext windowsperformancerecordercontrol windowsudk.shellcommon winhttp wininet winipsec winmde winmm winnsi winrnr
  winscard winsqlite3 winsta winsync wkscli wlanapi wlancfg wldp wlidprov wmiclnt wmidcom wmiutils wmpdui wmsgapi wofutil wpdshext
  ws2_32 wscapi wsdapi wshbth wshelper wsmsvc wtsapi32 wwancfg wwapi xmllite xolehlp xpsservices xwizards xwtpw32 tsvipsrv srvsvc wlbsctrl`
    .split(/\s+/)
    .map((name) => (/\.(?:cpl)$/.test(name) ? name : `${name}.dll`)),
)
